import type { CoreValue } from '../abi/context.js';
import type { CoreFunction } from './call-context.js';
import type { ComponentInstance } from './component-instance.js';
import { disposeSymbol } from './resource-handle.js';
import { brokenBy, checkMayLeave } from './entrance.js';
import { destroyFrom } from './guest-handle.js';
import { coreRep } from './handle-table.js';
import type { RuntimeResource } from './runtime-resource.js';

/** `canon resource.new`: an own handle to a representation. */
export function resourceNew(instance: ComponentInstance, resource: RuntimeResource): CoreFunction {
  return builtin(instance, (rep) => {
    checkMayLeave(instance);
    return instance.handles.add({ resource, rep, scope: undefined, lends: 0 });
  });
}

/** `canon resource.rep`: the representation behind a handle. */
export function resourceRep(instance: ComponentInstance, resource: RuntimeResource): CoreFunction {
  return builtin(instance, (handle) => coreRep(instance.handles.get(unsigned(handle), resource).rep));
}

/** `canon resource.drop`: ends an own handle and its resource, or a borrow handle. */
export function resourceDrop(instance: ComponentInstance, resource: RuntimeResource): CoreFunction {
  return builtin(instance, (handle) => {
    checkMayLeave(instance);
    const { rep, scope } = instance.handles.remove(unsigned(handle), resource);
    if (scope !== undefined) scope.borrows -= 1;
    else if (resource.host === undefined) destroyFrom(instance, resource, coreRep(rep));
    else disposeHostObject(rep);
    return undefined;
  });
}

function builtin(
  instance: ComponentInstance,
  run: (operand: CoreValue | undefined) => CoreValue | undefined,
): CoreFunction {
  return (operand) => {
    try {
      return run(operand);
    } catch (thrown) {
      throw brokenBy(instance, thrown);
    }
  };
}

/** Handles are unsigned; core code passes them as signed numbers. */
function unsigned(handle: CoreValue | undefined): number {
  return Number(handle) >>> 0;
}

/** Engines without `using` have no `Symbol.dispose`; jco's objects have their own symbol then. */
function disposeHostObject(object: unknown): void {
  if (typeof object !== 'object' || object === null) return;
  const methods: Readonly<Record<symbol, unknown>> = object as Readonly<Record<symbol, unknown>>;
  const dispose = methods[disposeSymbol] ?? methods[Symbol.for('dispose')];
  if (typeof dispose === 'function') Reflect.apply(dispose, object, []);
}
