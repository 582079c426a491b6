import type { HandleAccess } from '../abi/context.js';
import type { ResourceType } from '../types/val-type.js';
import type { BorrowScope } from './borrow-scope.js';
import type { ComponentInstance } from './component-instance.js';
import { GuestHandle } from './guest-handle.js';
import { coreRep } from './handle-table.js';
import type { GuestResourceType, RuntimeResource } from './runtime-resource.js';

/** How handles to guests' resources look on the other side of a call. */
export interface HandlePresentation {
  present(handle: GuestHandle): unknown;
  handleOf(value: unknown): GuestHandle | undefined;
}

/** Between two guests a handle stays what it is. */
export const bareHandles: HandlePresentation = {
  present: (handle) => handle,
  handleOf: (value) => (value instanceof GuestHandle ? value : undefined),
};

/** A handle in the table that an argument was lowered to. */
interface Moved {
  readonly index: number;
  readonly resource: RuntimeResource;
  /** The handle of the host's that was given away for it. */
  readonly given: GuestHandle | undefined;
}

/**
 * Moves resources between the handle table of a component instance and the other side of a call.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#loading
 */
export class InstanceHandles implements HandleAccess {
  readonly #instance: ComponentInstance;
  readonly #resources: readonly (RuntimeResource | undefined)[];
  readonly #presentation: HandlePresentation;
  /** What the current call has borrowed. A call that lends or borrows sets it. */
  scope: BorrowScope | undefined = undefined;
  /** What the arguments checked so far pass. A call that takes handles over sets it. */
  passed: Map<GuestHandle, 'own' | 'borrow'> | undefined = undefined;
  /** What the arguments lowered so far were lowered to. A call that passes handles sets it, and ends it. */
  moved: Moved[] | undefined = undefined;

  /** @param resources - by their place in the plan */
  constructor(
    instance: ComponentInstance,
    resources: readonly (RuntimeResource | undefined)[],
    presentation: HandlePresentation,
  ) {
    this.#instance = instance;
    this.#resources = resources;
    this.#presentation = presentation;
  }

  liftOwn(type: ResourceType, index: number): unknown {
    const resource = this.#resource(type);
    const { rep } = this.#instance.handles.removeOwn(index, resource);
    if (resource.host !== undefined) return rep;
    const handle = new GuestHandle(resource, coreRep(rep), true);
    if (this.#presentation !== bareHandles) resource.definer.leaks?.watch(handle);
    return this.#presentation.present(handle);
  }

  liftBorrow(type: ResourceType, index: number): unknown {
    const resource = this.#resource(type);
    const lender = this.#instance.handles.get(index, resource);
    const scope = this.#currentScope();
    scope.lend(lender);
    if (resource.host !== undefined) return lender.rep;
    const handle = new GuestHandle(resource, coreRep(lender.rep), false);
    scope.endWithCall(handle);
    return this.#presentation.present(handle);
  }

  lowerOwn(type: ResourceType, value: unknown): number {
    const resource = this.#resource(type);
    if (resource.host !== undefined) return this.#add(resource, value, undefined);
    const handle = this.#handle('own', resource, value);
    handle.giveAway();
    return this.#add(resource, handle.rep, undefined, handle);
  }

  lowerBorrow(type: ResourceType, value: unknown): number {
    const resource = this.#resource(type);
    const scope = this.#currentScope();
    if (resource.host !== undefined) return this.#addBorrow(resource, value, scope);
    const handle = this.#handle('borrow', resource, value);
    scope.lend(handle);
    if (resource.definer !== this.#instance) return this.#addBorrow(resource, handle.rep, scope);
    // Who implements the resource sees the representation itself, as far as a handle has bits for it.
    return Number(handle.rep);
  }

  /** Takes back what the arguments lowered so far were lowered to: the call is not made. */
  takeBack(): void {
    for (const { index, resource, given } of this.moved?.reverse() ?? []) {
      this.#instance.handles.remove(index, resource);
      given?.takeBack();
    }
    this.moved = undefined;
  }

  check(kind: 'own' | 'borrow', type: ResourceType, value: unknown): string | undefined {
    const resource = this.#resource(type);
    if (resource.host !== undefined) {
      return value instanceof resource.host ? undefined : `this is not a ${resource.host.name || type.name}`;
    }
    return this.#unfit(kind, resource, value) ?? this.#passedTwice(kind, resource, value);
  }

  #addBorrow(resource: RuntimeResource, rep: unknown, scope: BorrowScope): number {
    scope.borrows += 1;
    return this.#add(resource, rep, scope);
  }

  #add(resource: RuntimeResource, rep: unknown, scope: BorrowScope | undefined, given?: GuestHandle): number {
    const index = this.#instance.handles.add({ resource, rep, scope, lends: 0 });
    this.moved?.push({ index, resource, given });
    return index;
  }

  #handle(kind: 'own' | 'borrow', resource: GuestResourceType, value: unknown): GuestHandle {
    const handle = this.#presentation.handleOf(value);
    if (handle !== undefined && this.#unfit(kind, resource, value) === undefined) return handle;
    throw new TypeError(`a ${resource.name} changed while it was passed`);
  }

  /** What one call takes over, it cannot be passed a second time. */
  #passedTwice(kind: 'own' | 'borrow', resource: GuestResourceType, value: unknown): string | undefined {
    const handle = this.#presentation.handleOf(value);
    if (handle === undefined || this.passed === undefined) return undefined;
    const before = this.passed.get(handle);
    this.passed.set(handle, kind);
    if (before === undefined || (before === 'borrow' && kind === 'borrow')) return undefined;
    return `this ${resource.name} is passed twice to a call that takes it over`;
  }

  /** What keeps a value from being passed as a handle, if anything. */
  #unfit(kind: 'own' | 'borrow', resource: GuestResourceType, value: unknown): string | undefined {
    const handle = this.#presentation.handleOf(value);
    if (handle === undefined) return `this is not a ${resource.name}`;
    if (handle.resource !== resource)
      return `this ${handle.resource.name} is not a ${resource.name} of this instance`;
    if (handle.ended !== undefined) return `this ${resource.name} ${handle.ended}`;
    if (kind === 'borrow') return undefined;
    if (!handle.own) return `this ${resource.name} is only borrowed`;
    return handle.lends > 0 ? `this ${resource.name} is lent to a call that has not returned` : undefined;
  }

  #resource(type: ResourceType): RuntimeResource {
    const resource = this.#resources[type.index];
    if (resource === undefined) throw new Error(`the resource ${type.name} is used before it is defined`);
    return resource;
  }

  #currentScope(): BorrowScope {
    if (this.scope === undefined) throw new Error('a handle is borrowed outside of a call');
    return this.scope;
  }
}
