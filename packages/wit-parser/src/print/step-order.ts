import type { InterfaceId, TypeId } from '../resolve/model.js';

/** What comes to be with a step. */
export interface Makes {
  /** In the order of their ids. */
  readonly types: readonly TypeId[];
  readonly interface: InterfaceId | undefined;
}

/**
 * Merges sequences so that types and interfaces come to be in the order of their ids: where that leaves a choice, a step
 * of an earlier sequence comes first. Whatever is chosen, the rest can follow, because a step only ever makes what comes
 * next.
 *
 * @param made - The types that are there already. Those of the steps are added.
 */
export function mergeSteps<Step>(
  sequences: readonly (readonly Step[])[],
  makes: (step: Step) => Makes,
  made: Set<TypeId>,
): Step[] {
  const heads = sequences.map((steps) => new Head(steps, makes));
  const all = sequences.flat().map(makes);
  const progress = new Progress(all, made);
  const merged: Step[] = [];
  while (merged.length < all.length) {
    const head = heads.find((each) => each.isReady(progress)) ?? heads.find((each) => !each.isDone);
    const step = head?.take(progress);
    if (step === undefined) break;
    merged.push(step);
  }
  return merged;
}

/** What is there, and what comes next. */
class Progress {
  readonly made: Set<TypeId>;
  readonly types: readonly TypeId[];
  readonly #interfaces: readonly InterfaceId[];
  nextType = 0;
  #nextInterface = 0;

  constructor(all: readonly Makes[], made: Set<TypeId>) {
    const byId = (a: number, b: number) => a - b;
    this.made = made;
    this.types = [...new Set(all.flatMap(({ types }) => types))].filter((id) => !made.has(id)).sort(byId);
    this.#interfaces = all
      .map((each) => each.interface)
      .filter((id) => id !== undefined)
      .sort(byId);
  }

  isNextInterface(id: InterfaceId | undefined): boolean {
    return id === undefined || this.#interfaces[this.#nextInterface] === id;
  }

  make({ types, interface: id }: Makes): void {
    for (const type of types) this.made.add(type);
    while (this.made.has(this.types[this.nextType] ?? -1)) this.nextType++;
    if (id !== undefined) this.#nextInterface++;
  }
}

/** The first step of a sequence that is not taken yet. */
class Head<Step> {
  readonly #steps: readonly Step[];
  readonly #makes: (step: Step) => Makes;
  #next = 0;
  #current: Makes | undefined;
  /** How many of its types are there already, counted from the first on. */
  #made = 0;
  /** The type that must be there first. */
  #awaited: TypeId | undefined;

  constructor(steps: readonly Step[], makes: (step: Step) => Makes) {
    this.#steps = steps;
    this.#makes = makes;
    this.#advance(0);
  }

  get isDone(): boolean {
    return this.#current === undefined;
  }

  isReady(progress: Progress): boolean {
    if (this.#current === undefined || !progress.isNextInterface(this.#current.interface)) return false;
    if (this.#awaited !== undefined && !progress.made.has(this.#awaited)) return false;
    const { types } = this.#current;
    while (progress.made.has(types[this.#made] ?? -1)) this.#made++;
    let next = progress.nextType;
    for (let index = this.#made; index < types.length; index++) {
      const id = types[index];
      if (id === undefined || progress.made.has(id)) continue;
      const expected = progress.types[next++];
      if (expected === id) continue;
      this.#awaited = expected;
      return false;
    }
    return true;
  }

  take(progress: Progress): Step | undefined {
    const step = this.#steps[this.#next];
    if (this.#current !== undefined) progress.make(this.#current);
    this.#advance(this.#next + 1);
    return step;
  }

  #advance(next: number): void {
    const step = this.#steps[next];
    this.#next = next;
    this.#made = 0;
    this.#awaited = undefined;
    this.#current = step === undefined ? undefined : this.#makes(step);
  }
}
