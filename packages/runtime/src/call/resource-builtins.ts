import type { ComponentInstance } from './component-instance.js';
import { disposeSymbol } from './resource-handle.js';
import { checkMayLeave } from './entrance.js';
import { destroyFrom } from './guest-handle.js';
import type { RuntimeResource } from './runtime-resource.js';

/** `canon resource.new`: an own handle to a representation. */
export function resourceNew(instance: ComponentInstance, resource: RuntimeResource): (rep: number) => number {
  return (rep) => {
    checkMayLeave(instance);
    return instance.handles.add({ resource, rep, scope: undefined, lends: 0 });
  };
}

/** `canon resource.rep`: the representation behind a handle. */
export function resourceRep(
  instance: ComponentInstance,
  resource: RuntimeResource,
): (handle: number) => number {
  return (handle) => Number(instance.handles.get(handle >>> 0, resource).rep);
}

/** `canon resource.drop`: ends an own handle and its resource, or a borrow handle. */
export function resourceDrop(
  instance: ComponentInstance,
  resource: RuntimeResource,
): (handle: number) => void {
  return (index) => {
    checkMayLeave(instance);
    const { rep, scope } = instance.handles.remove(index >>> 0, resource);
    if (scope !== undefined) scope.borrows -= 1;
    else if (resource.host === undefined) destroyFrom(instance, resource, Number(rep));
    else disposeHostObject(rep);
  };
}

/** Engines without `using` have no `Symbol.dispose`; jco's objects have their own symbol then. */
function disposeHostObject(object: unknown): void {
  if (typeof object !== 'object' || object === null) return;
  const methods: Readonly<Record<symbol, unknown>> = object as Readonly<Record<symbol, unknown>>;
  const dispose = methods[disposeSymbol] ?? methods[Symbol.for('dispose')];
  if (typeof dispose === 'function') Reflect.apply(dispose, object, []);
}
