import type {
  FuncTypeDefinition,
  LabelledRef,
  TypeDefinition,
  ValTypeRef,
} from '../../binary/definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import { primitive } from '../../types/primitives.js';
import { setResourceNameOf, type ResourceName } from '../../types/resource-name.js';
import type {
  AsyncValueType,
  Case,
  HandleType,
  Labelled,
  MapType,
  PrimitiveName,
  ResourceType,
  ValType,
} from '../../types/val-type.js';
import { requireFeature } from '../features-check.js';
import { LabelSet } from '../names/label-set.js';
import type { Scope } from '../scope.js';
import { factsOf } from './type-facts.js';

/** What a type definition is, if it is a value type. */
export type ValTypeDefinition = Exclude<
  TypeDefinition,
  FuncTypeDefinition | { readonly kind: 'component-type' | 'instance-type' | 'resource' }
>;

type Labels = ConstructorParameters<typeof LabelSet>[0];

const mostFlags = 32;

/** The types that a map can have keys of. */
const keyTypes: ReadonlySet<string> = new Set([
  'bool',
  's8',
  'u8',
  's16',
  'u16',
  's32',
  'u32',
  's64',
  'u64',
  'char',
  'string',
]);

/** Looks up what a value type is made of. */
export function valType(scope: Scope, definition: ValTypeDefinition, offset: number): ValType {
  const resolve = (ref: ValTypeRef) => resolveValType(scope, ref, offset);
  switch (definition.kind) {
    case 'primitive':
      // An object of its own, so that it can be told from others that are defined so.
      return { ...primitiveType(scope, definition.name, offset) };
    case 'record':
      notEmpty(definition.fields, 'a record has no fields', offset);
      return { kind: 'record', fields: labelledTypes(scope, 'record field', definition.fields, offset) };
    case 'variant':
      return { kind: 'variant', cases: variantCases(scope, definition.cases, offset) };
    case 'list':
      if (definition.length === undefined) return { kind: 'list', element: resolve(definition.element) };
      checkLength(scope, definition.length, offset);
      return { kind: 'list', element: resolve(definition.element), length: definition.length };
    case 'map':
      return mapType(scope, definition.key, definition.value, offset);
    case 'tuple':
      notEmpty(definition.types, 'a tuple has no types', offset);
      return { kind: 'tuple', types: definition.types.map(resolve) };
    case 'flags':
      if (definition.names.length > mostFlags) {
        throw compileErrorAt('too-many-flags', offset, `there are more than ${mostFlags} flags`);
      }
      return { kind: 'flags', names: names('flag', definition.names, 'there are no flags', offset) };
    case 'enum':
      return { kind: 'enum', names: names('enum case', definition.names, 'an enum has no cases', offset) };
    case 'option':
      return { kind: 'option', some: resolve(definition.some) };
    case 'result':
      return {
        kind: 'result',
        ...(definition.ok === undefined ? {} : { ok: resolve(definition.ok) }),
        ...(definition.err === undefined ? {} : { err: resolve(definition.err) }),
      };
    case 'own':
    case 'borrow':
      return handleType(scope, definition.kind, definition.resource, offset);
    case 'stream':
    case 'future':
      return asyncValueType(scope, definition.kind, definition.element, offset);
  }
}

/** The value type that a definition refers to. */
export function resolveValType(scope: Scope, ref: ValTypeRef, offset: number): ValType {
  if (typeof ref === 'string') return primitiveType(scope, ref, offset);
  const item = scope.types.get(ref, offset);
  if (item.kind === 'type') {
    const { type } = item;
    if (type.kind !== 'func' && type.kind !== 'instance' && type.kind !== 'component') return type;
  }
  throw compileErrorAt('not-a-value-type', offset, `type ${ref} is not the type of a value`);
}

/** Fields or parameters, with a name each. */
export function labelledTypes(
  scope: Scope,
  what: Labels,
  members: readonly LabelledRef[],
  offset: number,
): Labelled[] {
  const labels = new LabelSet(what);
  return members.map(({ name, type }) => {
    labels.add(name, offset);
    return { name, type: resolveValType(scope, type, offset) };
  });
}

/** The resource type with this index. */
export function resourceAt(scope: Scope, index: number, offset: number): ResourceType {
  const type = scope.types.get(index, offset);
  if (type.kind === 'resource') return type;
  throw compileErrorAt('not-a-resource', offset, `type ${index} is not a resource`);
}

/** What goes by the name that the index of a resource type stands for. */
export function resourceNameAt(scope: Scope, index: number, resource: ResourceType): ResourceName {
  return scope.resourceNames.get(index) ?? resource;
}

function primitiveType(scope: Scope, name: PrimitiveName, offset: number): ValType {
  if (name === 'error-context') {
    requireFeature(scope.validation.features, 'errorContext', offset, '`error-context`');
  }
  return primitive(name);
}

function variantCases(
  scope: Scope,
  cases: Extract<TypeDefinition, { readonly kind: 'variant' }>['cases'],
  offset: number,
): Case[] {
  notEmpty(cases, 'a variant has no cases', offset);
  const labels = new LabelSet('variant case');
  return cases.map(({ name, type }) => {
    labels.add(name, offset);
    return type === undefined ? { name } : { name, type: resolveValType(scope, type, offset) };
  });
}

function checkLength(scope: Scope, length: number, offset: number): void {
  requireFeature(scope.validation.features, 'fixedLengthLists', offset, 'a list of fixed length');
  if (length === 0) throw compileErrorAt('empty-type', offset, 'a list of fixed length has no elements');
}

function mapType(scope: Scope, key: ValTypeRef, value: ValTypeRef, offset: number): MapType {
  requireFeature(scope.validation.features, 'map', offset, '`map`');
  const keyType = resolveValType(scope, key, offset);
  if (!keyTypes.has(keyType.kind)) {
    throw compileErrorAt(
      'map-key',
      offset,
      `the keys of a map are of type ${keyType.kind}, which they cannot be`,
    );
  }
  return { kind: 'map', key: keyType, value: resolveValType(scope, value, offset) };
}

function names(what: Labels, labels: readonly string[], ifNone: string, offset: number): readonly string[] {
  notEmpty(labels, ifNone, offset);
  const set = new LabelSet(what);
  for (const label of labels) set.add(label, offset);
  return labels;
}

function handleType(scope: Scope, kind: HandleType['kind'], index: number, offset: number): HandleType {
  const resource = resourceAt(scope, index, offset);
  const handle: HandleType = { kind, resource };
  setResourceNameOf(handle, resourceNameAt(scope, index, resource));
  return handle;
}

function asyncValueType(
  scope: Scope,
  kind: AsyncValueType['kind'],
  ref: ValTypeRef | undefined,
  offset: number,
): AsyncValueType {
  requireFeature(scope.validation.features, 'async', offset, `\`${kind}\``);
  if (ref === undefined) return { kind };
  const element = resolveValType(scope, ref, offset);
  if (kind === 'stream' && element.kind === 'char') {
    const message = 'a stream cannot be of `char` yet: `stream<u8>` carries text in any encoding';
    throw compileErrorAt('stream-element', offset, message);
  }
  if (factsOf(element).holdsBorrow) {
    throw compileErrorAt('stream-element', offset, `a ${kind} cannot carry borrow handles`);
  }
  return { kind, element };
}

function notEmpty(members: readonly unknown[], message: string, offset: number): void {
  if (members.length === 0) throw compileErrorAt('empty-type', offset, message);
}
