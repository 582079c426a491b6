import { StructureKind } from 'ts-morph';
import type { CodePlan } from '../../plan/code/model.js';
import type { FuncPlan, ResourcePlan, TypePlan } from '../../plan/model.js';
import { stringLiteral, tallObject } from '../literals.js';
import { propertyOf } from '../property-names.js';
import type { RuntimeImports } from '../runtime-imports.js';
import { functionType, signature } from '../signatures.js';
import type { SourceBlock } from '../source-file.js';
import { exportShim } from './export-shims.js';
import { importShim, type HostCall } from './import-shims.js';
import { ValueCode } from './value-code.js';
import { verbFunction } from './verb-functions.js';

/** Writes the code of a file that lifts and lowers values. */
export class FileCodeText {
  readonly #plan: CodePlan;
  readonly #code: ValueCode;

  constructor(plan: CodePlan, runtime: RuntimeImports) {
    this.#plan = plan;
    this.#code = new ValueCode(plan, runtime);
  }

  /** What other files import for the values of a type. */
  type({ code }: TypePlan): SourceBlock[] {
    return code.map((func): SourceBlock => [verbFunction(func, this.#code, true)]);
  }

  /** What the file needs for itself alone. */
  helpers(): SourceBlock[] {
    return this.#plan.functions.map((func): SourceBlock => [verbFunction(func, this.#code, false)]);
  }

  /** @param owner What has the function as a member: `Inventory`. */
  lift(func: FuncPlan, owner: string, member: string): SourceBlock[] {
    if (func.shim === undefined) return [];
    const sync = { ...func, promised: false };
    const type = func.promised
      ? functionType(signature(sync, 'export'))
      : `${owner}[${stringLiteral(member)}]`;
    return [[exportShim(func, func.shim, type, this.#code)]];
  }

  liftResource(resource: ResourcePlan): SourceBlock[] {
    const { construct, methods, statics } = resource;
    return [construct ?? [], methods, statics].flat().flatMap((func): SourceBlock[] => {
      if (func.shim === undefined) return [];
      return [[exportShim(func, func.shim, resourceFunctionType(resource, func), this.#code)]];
    });
  }

  lower(func: FuncPlan, hostType: string): SourceBlock[] {
    const call: HostCall = (args) => `${propertyOf('host', func.member)}(${args.join(', ')})`;
    return this.#lower(func, hostType, call);
  }

  lowerResource(resource: ResourcePlan, hostType: string): SourceBlock[] {
    const { construct, methods, statics } = resource;
    const cls = propertyOf('host', resource.member);
    return [
      ...(construct === undefined
        ? []
        : this.#lower(construct, hostType, (args) => `new ${cls}(${args.join(', ')})`)),
      ...methods.flatMap((func) =>
        this.#lower(func, hostType, ([self = '', ...args]) => {
          return `${propertyOf(self, func.member)}(${args.join(', ')})`;
        }),
      ),
      ...statics.flatMap((func) =>
        this.#lower(func, hostType, (args) => `${propertyOf(cls, func.member)}(${args.join(', ')})`),
      ),
    ];
  }

  #lower(func: FuncPlan, hostType: string, call: HostCall): SourceBlock[] {
    if (func.shim === undefined) return [];
    return [[importShim(func, func.shim, hostType, call, this.#code)]];
  }
}

/** The functions that lower what a host provides, by their names in a component. */
export function loweringsText(functions: readonly FuncPlan[]): string {
  return tallObject(
    functions.flatMap(({ witName, shim }) => (shim === undefined ? [] : [[witName, shim.name]])),
  );
}

/** As the class calls it: a method with the object first. */
export function resourceFunctionType({ name, construct, methods }: ResourcePlan, func: FuncPlan): string {
  const { parameters, returnType } = signature({ ...func, promised: func.async }, 'export');
  const self = { kind: StructureKind.Parameter, name: 'self', type: name } as const;
  return functionType({
    parameters: methods.includes(func) ? [self, ...parameters] : parameters,
    returnType: func === construct ? name : returnType,
  });
}
