import type { GuestHandle } from './guest-handle.js';

/**
 * Notices own handles that the host lost: collected as garbage, neither dropped nor given away. Their resources live on in
 * the guest, since to end them at a time that the garbage collector picks would enter the guest whenever it likes.
 */
export class LeakWatch {
  readonly #registry: FinalizationRegistry<string>;

  /** @param report - told the name of the resource, some time after the handle was lost or never */
  constructor(report: (name: string) => void) {
    this.#registry = new FinalizationRegistry(report);
  }

  watch(handle: GuestHandle): void {
    this.#registry.register(handle, handle.resource.name, handle);
  }

  forget(handle: GuestHandle): void {
    this.#registry.unregister(handle);
  }
}
