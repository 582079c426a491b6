import { StructureKind, type InterfaceDeclarationStructure, type PropertySignatureStructure } from 'ts-morph';
import type { FuncPlan, InterfacePlan, ResourcePlan } from '../plan/model.js';
import { isResource, resourceFunctions } from '../plan/resources.js';
import { bindingBlocks } from './bind-exports.js';
import { FileCodeText, loweringsText } from './code/file-code.js';
import { exportedConst, typeBlocks } from './declare-types.js';
import { DescriptorText } from './descriptor-text.js';
import { docComments } from './doc-comments.js';
import { hostClassImports, useBlocks } from './file-imports.js';
import { spaced } from './member-spacing.js';
import { propertyName } from './property-names.js';
import { RuntimeImports } from './runtime-imports.js';
import { importRuntimeTypes } from './runtime-types.js';
import { methodSignature } from './signatures.js';
import type { SourceBlock } from './source-file.js';

/** The file of an interface: its types, what it offers and, for an export, how that is bound to an instance. */
export function interfaceBlocks(plan: InterfacePlan): SourceBlock[] {
  const runtime = new RuntimeImports();
  const descriptors = new DescriptorText(runtime);
  const code = new FileCodeText(plan.code, runtime);
  const body = [...typeBlocks(plan.types, descriptors, code), ...offerBlocks(plan, descriptors)];
  if (plan.direction === 'export' && hasMembers(plan)) body.push(...bindingBlocks(plan, runtime));
  body.push(...(plan.direction === 'export' ? liftBlocks(plan, code) : lowerBlocks(plan, code, runtime)));
  body.push(...code.helpers());
  importRuntimeTypes(runtime, plan.types, functionsOf(plan), plan.direction);
  const uses = useBlocks(plan.path, plan.uses);
  const imports = [...runtime.declaration(), ...uses.imports, ...hostClassImports(plan.path, plan.types)];
  return [imports, uses.exports, ...body];
}

function liftBlocks({ types, functions, names }: InterfacePlan, code: FileCodeText): SourceBlock[] {
  return [
    ...types.filter(isResource).flatMap((resource) => code.liftResource(resource)),
    ...functions.flatMap((func) => code.lift(func, names.type, func.member)),
  ];
}

function lowerBlocks(plan: InterfacePlan, code: FileCodeText, runtime: RuntimeImports): SourceBlock[] {
  if (!hasLowerings(plan)) return [];
  const { types, functions, names } = plan;
  const type = `${runtime.type('Lowerings')}<${names.type}>`;
  return [
    [exportedConst(names.lowerings, loweringsText(functionsOf(plan)), type)],
    ...types.filter(isResource).flatMap((resource) => code.lowerResource(resource, names.type)),
    ...functions.flatMap((func) => code.lower(func, names.type)),
  ];
}

function functionsOf({ types, functions }: InterfacePlan): FuncPlan[] {
  return [...types.flatMap(resourceFunctions), ...functions];
}

/** Whether there is code for any function that the host implements. */
export function hasLowerings(plan: InterfacePlan): boolean {
  return functionsOf(plan).some(({ shim }) => shim !== undefined);
}

/** Whether an interface offers anything to call; if not, there is nothing to provide or to bind. */
export function hasMembers({ types, functions }: InterfacePlan): boolean {
  return functions.length > 0 || types.some(isResource);
}

/** Whether a component can be asked for anything of the interface. */
export function hasItems({ items }: InterfacePlan): boolean {
  return items.length > 0;
}

function offerBlocks(plan: InterfacePlan, descriptors: DescriptorText): SourceBlock[] {
  const { names, items } = plan;
  const descriptor = hasItems(plan) ? [exportedConst(names.type, descriptors.instance(items))] : [];
  return [hasMembers(plan) ? [interfaceType(plan), ...descriptor] : descriptor];
}

function interfaceType({
  names,
  docs,
  types,
  functions,
  direction,
}: InterfacePlan): InterfaceDeclarationStructure {
  const properties = types.filter(isResource).map(classProperty);
  const methods = functions.map((func) => methodSignature(func, direction));
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name: names.type,
    docs: docComments(docs),
    properties,
    methods: spaced(methods, properties.at(-1)),
  };
}

export function classProperty({ member, classType }: ResourcePlan): PropertySignatureStructure {
  return {
    kind: StructureKind.PropertySignature,
    isReadonly: true,
    name: propertyName(member),
    type: classType,
  };
}
