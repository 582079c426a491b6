import type { ImportObject } from '@wit-bindgen-ts/runtime';
import type { EchoFunction, EchoWorld } from './echo-world.js';

/**
 * What runs echo guests: the runtime's dynamic path, or code that is generated for a world. Values are those of
 * JavaScript by the mapping of the project, which is the same for all.
 */
export interface EchoDriver {
  readonly name: string;
  /** Instantiates the component of a world. */
  open(world: EchoWorld, component: Uint8Array<ArrayBuffer>): EchoSession | Promise<EchoSession>;
}

/** A function of the host's: what the guest imports. It throws a `ComponentError` for the `err` of its result. */
export type Host = (...args: unknown[]) => unknown;

export interface EchoSession {
  /** Calls a function that the guest exports, with this host behind the function that it imports. */
  call(func: EchoFunction, args: readonly unknown[], host: Host): unknown;
  /** How many pieces of its memory each guest has in use. */
  live(): readonly number[];
}

/** An object of the host's resource. */
export class Token {}

/** What the guests of a world import, with another host behind it for each call. */
export class Hosts {
  readonly imports: ImportObject;
  readonly #current = new Map<string, Host>();

  constructor({ functions }: EchoWorld) {
    const imports = functions.map(({ name }): [string, Host] => [
      name,
      (...args) => {
        const host = this.#current.get(name);
        if (host === undefined) throw new Error(`nothing is behind ${name}`);
        return host(...args);
      },
    ]);
    this.imports = { Token, ...Object.fromEntries(imports) };
  }

  use({ name }: EchoFunction, host: Host): void {
    this.#current.set(name, host);
  }
}
