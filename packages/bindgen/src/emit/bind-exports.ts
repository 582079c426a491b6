import {
  StructureKind,
  type ClassDeclarationStructure,
  type FunctionDeclarationStructure,
  type MethodDeclarationStructure,
  type PropertyDeclarationStructure,
  type StatementStructures,
} from 'ts-morph';
import type { FuncPlan, InterfacePlan, ResourcePlan } from '../plan/model.js';
import { isResource, resourceFunctions } from '../plan/resources.js';
import { resourceFunctionType } from './code/file-code.js';
import { stringLiteral, tallObject } from './literals.js';
import { methodName } from './property-names.js';
import type { RuntimeImports } from './runtime-imports.js';
import { callStatement, signature } from './signatures.js';
import type { SourceBlock } from './source-file.js';

/** How the exports of an interface are found in a component, and bound to one of its instances. */
export function bindingBlocks(plan: InterfacePlan, runtime: RuntimeImports): SourceBlock[] {
  const resources = plan.types.filter(isResource);
  return [
    [indicesFunction(plan, resources, runtime), indicesType(plan)],
    [loadFunction(plan, resources, runtime)],
    ...resources.map((resource): SourceBlock => [bindFunction(plan, resource, runtime)]),
  ];
}

function indicesFunction(
  { names, functions }: InterfacePlan,
  resources: readonly ResourcePlan[],
  runtime: RuntimeImports,
): FunctionDeclarationStructure {
  const entries = [
    ...resources.map((resource) => [resource.key, resourceIndices(resource)] as const),
    ...functions.map((func) => [func.key, index(func.witName)] as const),
  ];
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: names.indices,
    docs: ['Finds these exports in a component, once for all of its instances.'],
    parameters: [{ name: 'exports', type: runtime.type('ExportLookup') }],
    statements: [`return ${tallObject(entries)};`],
  };
}

function resourceIndices(resource: ResourcePlan): string {
  const functions = resourceFunctions(resource).map((func) => [func.key, index(func.witName)] as const);
  return tallObject([['type', index(resource.witName)], ...functions]);
}

function index(witName: string): string {
  return `exports.index(${stringLiteral(witName)})`;
}

function indicesType({ names }: InterfacePlan): StatementStructures {
  return {
    kind: StructureKind.TypeAlias,
    isExported: true,
    name: names.indicesType,
    type: `ReturnType<typeof ${names.indices}>`,
  };
}

function loadFunction(
  { names, functions }: InterfacePlan,
  resources: readonly ResourcePlan[],
  runtime: RuntimeImports,
): FunctionDeclarationStructure {
  const entries = [
    ...resources.map(({ member, bind, key }) => [member, `${bind}(guest, at.${key})`] as const),
    ...functions.map((func) => [func.member, boundText(func, `at.${func.key}`, runtime)] as const),
  ];
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: names.load,
    docs: ['Binds these exports to one instance.'],
    parameters: [
      { name: 'guest', type: runtime.type('Guest') },
      { name: 'at', type: names.indicesType },
    ],
    returnType: names.type,
    statements: [`return ${tallObject(entries)};`],
  };
}

/** The class is a new one for each instance, since handles belong to one. */
function bindFunction(
  { names }: InterfacePlan,
  resource: ResourcePlan,
  runtime: RuntimeImports,
): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name: resource.bind,
    parameters: [
      { name: 'guest', type: runtime.type('Guest') },
      { name: 'at', type: `${names.indicesType}[${stringLiteral(resource.key)}]` },
    ],
    returnType: resource.classType,
    statements: [
      resourceClass(resource, runtime),
      `guest.bindResource(at.type, ${resource.boundClass});`,
      `return ${resource.boundClass};`,
    ],
  };
}

function resourceClass(resource: ResourcePlan, runtime: RuntimeImports): ClassDeclarationStructure {
  const { name, boundClass, construct, methods, statics } = resource;
  return {
    kind: StructureKind.Class,
    name: boundClass,
    implements: [name],
    extends: runtime.value('ResourceHandle'),
    properties: resourceFunctions(resource).map((func) => boundFunction(resource, func, runtime)),
    ctors:
      construct === undefined
        ? []
        : [
            {
              parameters: signature(construct, 'export').parameters,
              statements: [`super(${boundClass}.#${construct.key}(${argumentList(construct)}));`],
            },
          ],
    methods: [
      ...methods.map((func) => forwardingMethod(boundClass, func, false)),
      ...statics.map((func) => forwardingMethod(boundClass, func, true)),
    ],
  };
}

/** A function of an instance: `guest.lift(at.add, liftCartAdd)`; without code of its own, `guest.func(at.add)`. */
export function boundText(func: FuncPlan, index: string, runtime: RuntimeImports, type = ''): string {
  const bound =
    func.shim === undefined ? `guest.func${type}(${index})` : `guest.lift(${index}, ${func.shim.name})`;
  // What is no `async func` gives a promise where the options want one.
  return func.promised && !func.async ? `${runtime.value('promised')}(${bound})` : bound;
}

/** `static readonly #add = guest.lift(at.add, liftCartAdd);` */
function boundFunction(
  resource: ResourcePlan,
  func: FuncPlan,
  runtime: RuntimeImports,
): PropertyDeclarationStructure {
  return {
    kind: StructureKind.Property,
    isStatic: true,
    isReadonly: true,
    name: `#${func.key}`,
    initializer: boundText(func, `at.${func.key}`, runtime, `<${resourceFunctionType(resource, func)}>`),
  };
}

function forwardingMethod(className: string, func: FuncPlan, isStatic: boolean): MethodDeclarationStructure {
  const args = isStatic
    ? argumentList(func)
    : ['this', argumentList(func)].filter((part) => part !== '').join(', ');
  const call = `${className}.#${func.key}(${args})`;
  return {
    kind: StructureKind.Method,
    isStatic,
    hasOverrideKeyword: func.member in (isStatic ? Function.prototype : Object.prototype),
    name: methodName(func.member),
    ...signature(func, 'export'),
    statements: [callStatement(func, call)],
  };
}

function argumentList(func: FuncPlan): string {
  return signature(func, 'export')
    .parameters.map(({ name }) => name)
    .join(', ');
}
