import {
  StructureKind,
  type ConstructSignatureDeclarationStructure,
  type InterfaceDeclarationStructure,
  type MethodSignatureStructure,
  type StatementStructures,
  type TypeAliasDeclarationStructure,
} from 'ts-morph';
import type { FuncPlan, ResourcePlan } from '../plan/model.js';
import { docComments, funcDocs } from './doc-comments.js';
import { spaced } from './member-spacing.js';
import { interfaceMembers } from './structures/interface-text.js';
import { methodSignature, signature } from './signatures.js';

/**
 * The type of a resource's instances. The host may leave out `Symbol.dispose` on what it implements; what a guest
 * implements always has it.
 */
export function instanceType({ name, docs, direction, methods, host }: ResourcePlan): StatementStructures {
  const head = { isExported: true, name, docs: docComments(docs) };
  if (host !== undefined) return { ...head, kind: StructureKind.TypeAlias, type: host.local };
  if (direction === 'import' && methods.length === 0) {
    // An interface in which every member is optional would refuse objects that have other members only.
    return { ...head, kind: StructureKind.TypeAlias, type: 'object & Partial<Disposable>' };
  }
  if (methods.length === 0) return { ...head, kind: StructureKind.TypeAlias, type: 'Disposable' };
  return {
    ...head,
    kind: StructureKind.Interface,
    extends: [direction === 'export' ? 'Disposable' : 'Partial<Disposable>'],
    methods: spaced(methods.map((method) => methodSignature(method, direction))),
  };
}

/** The type of a resource's class. One without a constructor is still there, for its identity. */
export function classType(resource: ResourcePlan): StatementStructures {
  const { construct, statics, direction } = resource;
  const methods = statics.map((func) => methodSignature(func, direction));
  return construct === undefined
    ? abstractClass(resource, spaced(methods))
    : constructibleClass(resource, construct, methods);
}

function constructibleClass(
  { name, classType, direction }: ResourcePlan,
  construct: FuncPlan,
  methods: MethodSignatureStructure[],
): InterfaceDeclarationStructure {
  const constructSignature: ConstructSignatureDeclarationStructure = {
    kind: StructureKind.ConstructSignature,
    parameters: signature(construct, direction).parameters,
    returnType: name,
    docs: funcDocs(construct),
  };
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name: classType,
    constructSignatures: [constructSignature],
    methods: spaced(methods, constructSignature),
  };
}

function abstractClass(
  { name, classType }: ResourcePlan,
  methods: MethodSignatureStructure[],
): TypeAliasDeclarationStructure {
  const classOnly = `abstract new (...args: never[]) => ${name}`;
  return {
    kind: StructureKind.TypeAlias,
    isExported: true,
    name: classType,
    type: methods.length === 0 ? classOnly : `(${classOnly}) & {\n${interfaceMembers({ methods })}}`,
  };
}
