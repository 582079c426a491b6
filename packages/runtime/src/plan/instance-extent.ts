import { compileErrorAt } from '../errors/compile-error.js';
import type { InstanceItem, Item } from './items.js';

/** Instances can be bundled over and over, which multiplies: this bounds what the exports of one come to, at all depths. */
const MAX_EXPORTS = 100_000;

/** Instances can be bundled in each other: this bounds every later walk over their exports. */
const MAX_DEPTH = 100;

interface Extent {
  readonly exports: number;
  readonly depth: number;
}

const extents = new WeakMap<InstanceItem, Extent>();

/**
 * An instance that a component makes.
 *
 * @throws {CompileError} if it holds too many exports, or too many instances in each other.
 */
export function instanceItem(exports: ReadonlyMap<string, Item>, offset: number): InstanceItem {
  const instance: InstanceItem = { sort: 'instance', exports };
  const extent = extentOf(instance);
  if (extent.exports > MAX_EXPORTS) {
    throw compileErrorAt('too-many-exports', offset, `an instance has more than ${MAX_EXPORTS} exports`);
  }
  if (extent.depth > MAX_DEPTH) {
    throw compileErrorAt('nesting-too-deep', offset, `instances are nested more than ${MAX_DEPTH} deep`);
  }
  return instance;
}

/** Counted once for each instance; those that are imported have a bound of their own. */
function extentOf(instance: InstanceItem): Extent {
  let extent = extents.get(instance);
  if (extent === undefined) {
    const inner = [...instance.exports.values()].flatMap((item) =>
      item.sort === 'instance' ? extentOf(item) : [],
    );
    extent = {
      exports: inner.reduce((sum, { exports }) => sum + exports, instance.exports.size),
      depth: inner.reduce((max, { depth }) => Math.max(max, depth), 0) + 1,
    };
    extents.set(instance, extent);
  }
  return extent;
}
