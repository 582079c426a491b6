import type { ExternName } from '../binary/definitions.js';
import { compileErrorAt } from '../errors/compile-error.js';
import type { ComponentItem } from '../types/item-type.js';
import type { ResourceType } from '../types/val-type.js';
import type { Direction } from './externs.js';
import { instanceOf } from './fresh-resources.js';
import { introduce, type NamedItemType } from './introduce.js';
import type { Scope } from './scope.js';
import { aKind } from './subtyping.js';

/**
 * Adds an import or export: it gets an index, is visible from outside, and has a name that fits.
 *
 * @param resources - gets the resource types that an instance declares
 */
export function bringIn(
  scope: Scope,
  direction: Direction,
  name: ExternName,
  { item: type, resourceName }: NamedItemType,
  resources: Set<ResourceType>,
  offset: number,
): ComponentItem {
  scope.externs.count(type, offset);
  const item = type.kind === 'instance' ? instanceOf(scope, type, resources, offset) : type;
  introduce(scope, { item, resourceName }, offset, { used: direction === 'export' });
  if (scope.kind !== 'instance-type' && !scope.externs.visibility.add(direction, item, resourceName)) {
    const message = `\`${name.name}\` cannot be ${participles[direction]}: ${aKind(item)} uses a type that has not been ${participles[direction]} by name before`;
    throw compileErrorAt('external-visibility', offset, message);
  }
  scope.externs.add(direction, name, item, resourceName, offset);
  return item;
}

const participles: Readonly<Record<Direction, string>> = { import: 'imported', export: 'exported' };
