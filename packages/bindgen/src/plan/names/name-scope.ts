import { reservedNames, type ReservedKind } from './reserved-names.js';

/** There is a scope for each function: they share these. */
const reservedSets = new Map<string, ReadonlySet<string>>(
  Object.entries(reservedNames).map(([kind, names]) => [kind, new Set<string>(names)]),
);

/**
 * The names taken in one place: a file, a parameter list, a class. Names are claimed in the order of declaration, so
 * that what is added later gives way to what is there.
 */
export class NameScope {
  readonly #taken = new Set<string>();
  readonly #reserved: readonly ReadonlySet<string>[];

  constructor(...reserved: readonly ReservedKind[]) {
    this.#reserved = reserved.flatMap((kind) => reservedSets.get(kind) ?? []);
  }

  /** Takes a name that cannot give way. */
  reserve(name: string): void {
    this.#taken.add(name);
  }

  /**
   * Claims the first candidate that is free together with every name derived from it; when none is, the last one with
   * a number.
   */
  claim(
    candidates: readonly string[],
    derive: (name: string) => readonly string[] = (name) => [name],
  ): string {
    const name =
      candidates.find((candidate) => this.#free(derive(candidate))) ?? this.#numbered(candidates, derive);
    for (const derived of derive(name)) this.#taken.add(derived);
    return name;
  }

  #numbered(candidates: readonly string[], derive: (name: string) => readonly string[]): string {
    const base = candidates.at(-1) ?? '';
    const separator = /\d$/.test(base) ? '_' : '';
    let number = 2;
    while (!this.#free(derive(`${base}${separator}${number}`))) number++;
    return `${base}${separator}${number}`;
  }

  #free(names: readonly string[]): boolean {
    return names.every((name) => !this.#taken.has(name) && !this.#reserved.some((set) => set.has(name)));
  }
}
