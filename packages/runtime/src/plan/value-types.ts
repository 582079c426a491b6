import type { FuncTypeDefinition, LabelledRef, TypeDefinition, ValTypeRef } from '../binary/definitions.js';
import { compileErrorAt } from '../errors/compile-error.js';
import { childrenOf, findType } from '../types/contains.js';
import type { FuncType } from '../types/item-type.js';
import { primitive } from '../types/primitives.js';
import type { Labelled, ResourceType, ValType } from '../types/val-type.js';
import type { TypeScope } from './scope.js';

/** What a type definition is, if it is a value type. */
type ValTypeDefinition = Exclude<
  TypeDefinition,
  FuncTypeDefinition | { readonly kind: 'component-type' | 'instance-type' | 'resource' }
>;

/** Types refer to types; this bounds every later walk over them. */
const MAX_DEPTH = 100;

const depths = new WeakMap<ValType, number>();

/** Looks up what a value type is made of. */
export function valType(scope: TypeScope, definition: ValTypeDefinition, offset: number): ValType {
  const type = unboundedType(scope, definition, offset);
  const depth = 1 + childrenOf(type).reduce((max, child) => Math.max(max, depths.get(child) ?? 0), 0);
  if (depth > MAX_DEPTH) {
    throw compileErrorAt('type-too-deep', offset, `a type is nested more than ${MAX_DEPTH} deep`);
  }
  depths.set(type, depth);
  return type;
}

function unboundedType(scope: TypeScope, definition: ValTypeDefinition, offset: number): ValType {
  const resolve = (ref: ValTypeRef) => resolveRef(scope, ref, offset);
  switch (definition.kind) {
    case 'primitive':
      return primitive(definition.name);
    case 'record':
      return { kind: 'record', fields: some('fields', labelled(scope, definition.fields, offset), offset) };
    case 'variant': {
      const cases = definition.cases.map(({ name, type }) =>
        type === undefined ? { name } : { name, type: resolve(type) },
      );
      return { kind: 'variant', cases: some('cases', cases, offset) };
    }
    case 'list': {
      const element = resolve(definition.element);
      if (definition.length === undefined) return { kind: 'list', element };
      if (definition.length === 0)
        throw compileErrorAt('empty-type', offset, 'a fixed-length list has no elements');
      return { kind: 'list', element, length: definition.length };
    }
    case 'map':
      return { kind: 'map', key: resolve(definition.key), value: resolve(definition.value) };
    case 'tuple':
      return { kind: 'tuple', types: some('types', definition.types.map(resolve), offset) };
    case 'flags':
      if (definition.names.length > 32)
        throw compileErrorAt('too-many-flags', offset, 'there are more than 32 flags');
      return { kind: 'flags', names: some('flags', definition.names, offset) };
    case 'enum':
      return { kind: 'enum', names: some('cases', definition.names, offset) };
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
      return { kind: definition.kind, resource: resourceType(scope, definition.resource, offset) };
    case 'stream':
    case 'future':
      return {
        kind: definition.kind,
        ...(definition.element === undefined ? {} : { element: resolve(definition.element) }),
      };
  }
}

export function funcType(scope: TypeScope, definition: FuncTypeDefinition, offset: number): FuncType {
  const params = labelled(scope, definition.params, offset);
  if (definition.result === undefined) return { kind: 'func', async: definition.async, params };
  const result = resolveRef(scope, definition.result, offset);
  if (findType([result], (type) => type.kind === 'borrow') !== undefined) {
    throw compileErrorAt('borrow-result', offset, 'the result of a function holds a borrow handle');
  }
  return { kind: 'func', async: definition.async, params, result };
}

/** The resource type with this index. */
export function resourceType(scope: TypeScope, index: number, offset: number): ResourceType {
  const type = scope.types.get(index, offset);
  if (type.kind !== 'resource')
    throw compileErrorAt('not-a-resource', offset, `type ${index} is not a resource`);
  return type;
}

function resolveRef(scope: TypeScope, ref: ValTypeRef, offset: number): ValType {
  if (typeof ref === 'string') return primitive(ref);
  const type = scope.types.get(ref, offset);
  if (type.kind !== 'type')
    throw compileErrorAt('not-a-value-type', offset, `type ${ref} is not the type of a value`);
  return type.type;
}

function labelled(scope: TypeScope, members: readonly LabelledRef[], offset: number): Labelled[] {
  return members.map(({ name, type }) => ({ name, type: resolveRef(scope, type, offset) }));
}

function some<T>(what: string, members: readonly T[], offset: number): readonly T[] {
  if (members.length === 0) throw compileErrorAt('empty-type', offset, `a type has no ${what}`);
  return members;
}
