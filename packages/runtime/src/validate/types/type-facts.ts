import { compileErrorAt } from '../../errors/compile-error.js';
import { childrenOf, paramTypes, resultTypes } from '../../types/contains.js';
import type { ComponentItem, CoreModuleType, TypeItem, ValueItem } from '../../types/item-type.js';
import type { NameableType } from '../../types/named-type.js';
import { isPrimitive } from '../../types/primitives.js';
import type { ValType } from '../../types/val-type.js';

/** What has to be known of a type without walking through it. */
export interface TypeFacts {
  /** How many types it would be made of if none were shared. */
  readonly size: number;
  readonly depth: number;
  readonly holdsBorrow: boolean;
}

/** Types refer to types, so that their size can double with each: this bounds what later phases go through. */
export const maxTypeSize = 1_000_000;

/** This bounds every recursion over types. */
export const maxTypeDepth = 100;

const leaf: TypeFacts = { size: 1, depth: 1, holdsBorrow: false };

const known = new WeakMap<object, TypeFacts>();

/** Found once for each type, from what is known of its parts. */
export function factsOf(type: ComponentItem | NameableType): TypeFacts {
  if (type.kind === 'type' || type.kind === 'value') return factsOf(type.type);
  if (type.kind === 'resource' || isPrimitive(type as ValType)) return leaf;
  let facts = known.get(type);
  if (facts === undefined) {
    facts = computeFacts(type);
    known.set(type, facts);
  }
  return facts;
}

/** A copy of a type has what is known of the type. */
export function shareFacts(type: NameableType, copy: NameableType): void {
  known.set(copy, factsOf(type));
}

/** @throws {CompileError} `type-too-large` or `type-too-deep` */
export function checkFacts(type: ComponentItem | NameableType, offset: number): void {
  const { size, depth } = factsOf(type);
  checkTypeSize(size, offset);
  if (depth > maxTypeDepth) {
    throw compileErrorAt('type-too-deep', offset, `a type is nested more than ${maxTypeDepth} deep`);
  }
}

/** @throws {CompileError} `type-too-large` */
export function checkTypeSize(size: number, offset: number): void {
  if (size < maxTypeSize) return;
  throw compileErrorAt('type-too-large', offset, `a type comes to ${maxTypeSize} types or more`);
}

function computeFacts(type: Exclude<ComponentItem, TypeItem | ValueItem> | NameableType): TypeFacts {
  switch (type.kind) {
    case 'module':
      return { ...leaf, size: moduleSize(type) };
    case 'func':
      return combined([...paramTypes(type), ...resultTypes(type)]);
    case 'instance':
      return combined(type.exports.values());
    case 'component':
      return combined([...type.imports.values(), ...type.exports.values()]);
    case 'borrow':
      return { ...leaf, holdsBorrow: true };
    case 'stream':
    case 'future':
      return combined(type.element === undefined ? [] : [type.element]);
    default:
      return combined(childrenOf(type as ValType));
  }
}

function combined(parts: Iterable<ComponentItem | NameableType>): TypeFacts {
  let size = 1;
  let depth = 1;
  let holdsBorrow = false;
  for (const part of parts) {
    const facts = factsOf(part);
    size += facts.size;
    depth = Math.max(depth, facts.depth + 1);
    holdsBorrow ||= facts.holdsBorrow;
  }
  return { size, depth, holdsBorrow };
}

function moduleSize({ imports, exports }: CoreModuleType): number {
  let size = 1 + exports.size;
  for (const names of imports.values()) size += names.size;
  return size;
}
