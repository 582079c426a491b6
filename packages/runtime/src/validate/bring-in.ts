import type { ExternName } from '../binary/definitions.js';
import { compileErrorAt } from '../errors/compile-error.js';
import type { ComponentItem } from '../types/item-type.js';
import { describeType } from '../types/print.js';
import type { ResourceType } from '../types/val-type.js';
import type { Direction } from './externs.js';
import { callResource, instanceOf } from './fresh-resources.js';
import { introduce, type NamedItemType } from './introduce.js';
import type { Scope } from './scope.js';

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
  if (item.kind === 'resource') callResource(item, name.name);
  introduce(scope, { item, resourceName }, offset, { used: direction === 'export' });
  if (scope.kind !== 'instance-type') checkVisibility(scope, direction, name, { item, resourceName }, offset);
  scope.externs.add(direction, name, item, resourceName, offset);
  return item;
}

/** The inside of an instance type is checked with the instances that are of it. */
function checkVisibility(
  scope: Scope,
  direction: Direction,
  { name }: ExternName,
  { item, resourceName }: NamedItemType,
  offset: number,
): void {
  const unnamed = scope.externs.visibility.add(
    direction,
    item,
    resourceName,
    scope.validation.work.visitor(offset),
  );
  if (unnamed === undefined) return;
  const type = `\`${describeType(unnamed, 80)}\``;
  const message = `the ${direction} \`${name}\` uses ${type}, which is not ${participles[direction]} by a name before it`;
  throw compileErrorAt('external-visibility', offset, message);
}

const participles: Readonly<Record<Direction, string>> = { import: 'imported', export: 'exported' };
