/**
 * Handles to resources. Generated code names a resource by its descriptor; what it is in this instance was found when the
 * types were compared.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#lifting-and-lowering-values
 */
import { handleOf } from '../../call/resource-handle.js';
import type { ResourceType } from '../../types/val-type.js';
import type { LiftLowerContext } from './lift-lower-context.js';
import type { ResourceDescriptor } from './types.js';

/** Whether this can be given away: an object that nothing else of the call passes. */
export function isOwn<T>(cx: LiftLowerContext, type: ResourceDescriptor<T>, value: unknown): value is T {
  const { resource } = cx.described(type);
  if (resource.host !== undefined) return value instanceof resource.host;
  const handle = handleOf(value);
  if (handle?.resource !== resource || handle.ended !== undefined || !handle.own || handle.lends > 0)
    return false;
  return cx.passed?.add(handle, 'own') ?? true;
}

/** Whether this can be lent. */
export function isBorrow<T>(cx: LiftLowerContext, type: ResourceDescriptor<T>, value: unknown): value is T {
  const { resource } = cx.described(type);
  if (resource.host !== undefined) return value instanceof resource.host;
  const handle = handleOf(value);
  if (handle?.resource !== resource || handle.ended !== undefined) return false;
  return cx.passed?.add(handle, 'borrow') ?? true;
}

/**
 * Takes an own handle out of the instance's table.
 *
 * @throws {Trap} `unknown-handle`, `handle-type-mismatch`, `handle-lent` or `handle-not-owned`
 */
export function liftOwn<T>(cx: LiftLowerContext, type: ResourceDescriptor<T>, handle: number): T {
  return cx.handles.liftOwn(cx.described(type), handle >>> 0) as T;
}

/**
 * What a handle stands for, until the call returns.
 *
 * @throws {Trap} `unknown-handle` or `handle-type-mismatch`
 */
export function liftBorrow<T>(cx: LiftLowerContext, type: ResourceDescriptor<T>, handle: number): T {
  return cx.handles.liftBorrow(cx.described(type), handle >>> 0) as T;
}

/**
 * Gives an object away to the instance: an index in its table.
 *
 * @throws {Trap} `handle-table-full`
 */
export function lowerOwn<T>(cx: LiftLowerContext, type: ResourceDescriptor<T>, value: T): number {
  cx.passesHandles = true;
  return cx.handles.lowerOwn(cx.described(type), value);
}

/**
 * Lends an object to the instance until the call returns: an index in its table, or the representation where the
 * instance implements the resource.
 *
 * @throws {Trap} `handle-table-full`
 */
export function lowerBorrow<T>(cx: LiftLowerContext, type: ResourceDescriptor<T>, value: T): number {
  const { resource } = cx.described(type);
  const handle = handleOf(value);
  if (
    cx.lent !== undefined ||
    handle?.resource !== resource ||
    handle.resource.definer !== cx.instance ||
    handle.ended !== undefined
  )
    return lowerOtherBorrow(cx, type, value);
  handle.lends += 1;
  cx.lent = handle;
  return Number(handle.rep);
}

function lowerOtherBorrow(cx: LiftLowerContext, type: ResourceType, value: unknown): number {
  cx.passesHandles = true;
  return cx.handles.lowerBorrow(cx.described(type), value);
}
