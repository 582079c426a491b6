import type { ComponentItem, InstanceType } from '../types/item-type.js';
import type { Frame } from './frame.js';
import type { Item } from './items.js';

/**
 * Makes the symbolic resources that a type names stand for those of the item that has the type: where an argument meets
 * an import, and where an instance is made.
 */
export function bindResources(frame: Frame, type: ComponentItem, item: Item): void {
  if (type.kind === 'resource') {
    if (item.sort === 'type' && item.resource !== undefined && !frame.resources.has(type))
      frame.resources.set(type, item.resource);
  } else if (type.kind === 'instance' && item.sort === 'instance' && exportsResources(type)) {
    for (const [name, exported] of type.exports) {
      const inner = item.exports.get(name);
      if (inner !== undefined) bindResources(frame, exported, inner);
    }
  }
}

const exporting = new WeakMap<InstanceType, boolean>();

/** Whether there is anything to bind. Asked once for each type, since many instances can have the same. */
function exportsResources(type: InstanceType): boolean {
  let exports = exporting.get(type);
  if (exports === undefined) {
    exports = [...type.exports.values()].some(
      (item) => item.kind === 'resource' || (item.kind === 'instance' && exportsResources(item)),
    );
    exporting.set(type, exports);
  }
  return exports;
}
