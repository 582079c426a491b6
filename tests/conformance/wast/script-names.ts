import { describeThrown, Skipped } from './thrown.js';

/** What a script has defined of one sort so far, by name; the latest is also the one without a name. */
export class ScriptNames<Value> {
  readonly #sort: string;
  readonly #values = new Map<string | undefined, { readonly value: Value } | { readonly error: unknown }>();

  /** @param sort - what to call them: `definition` */
  constructor(sort: string) {
    this.#sort = sort;
  }

  /**
   * Defines what an action gives. Where that fails, what follows finds none by this name, and not an older one.
   *
   * @throws what the action throws
   */
  async define(id: string | undefined, action: () => Value | Promise<Value>): Promise<void> {
    try {
      const value = await action();
      this.#set(id, { value });
    } catch (error) {
      this.#set(id, { error });
      throw error;
    }
  }

  /** Defines that there is none by this name. */
  lack(id: string | undefined, reason: string): void {
    this.#set(id, { error: new Error(reason) });
  }

  /** @throws Skipped where its definition was skipped, and for the same reason */
  get(id: string | undefined): Value {
    const found = this.#values.get(id);
    if (found === undefined) throw new Error(`there is no ${this.#sort} ${id ?? 'before this'}`);
    if ('value' in found) return found.value;
    if (found.error instanceof Skipped) throw found.error;
    throw new Error(`there is no ${this.#sort} ${id ?? 'here'}: ${describeThrown(found.error)}`);
  }

  /** As `get`, where there may be none. */
  find(id: string): Value | undefined {
    const found = this.#values.get(id);
    return found !== undefined && 'value' in found ? found.value : undefined;
  }

  #set(id: string | undefined, entry: { readonly value: Value } | { readonly error: unknown }): void {
    this.#values.set(id, entry).set(undefined, entry);
  }
}
