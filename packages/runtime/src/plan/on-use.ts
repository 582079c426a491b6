/** Something that is planned when it is first used: what nothing uses is never made. */
export class OnUse<T> {
  readonly #plan: () => T;
  #planned: { readonly value: T } | undefined;

  constructor(plan: () => T) {
    this.#plan = plan;
  }

  /** What is there already. */
  static of<T>(value: T): OnUse<T> {
    return new OnUse(() => value);
  }

  use(): T {
    this.#planned ??= { value: this.#plan() };
    return this.#planned.value;
  }
}
