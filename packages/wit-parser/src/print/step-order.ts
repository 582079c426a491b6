/** The ids of what comes to be with a step, by kind, each in the order in which that happens. */
export type Makes = readonly (readonly number[])[];

/**
 * Merges sequences so that what the steps make comes to be in the order of its ids. Where that leaves a choice, a step of
 * an earlier sequence comes first: whatever is chosen, the rest can follow, because a step makes only what is next.
 *
 * @param made - What is there already, by kind. What the steps make is added.
 */
export function mergeSteps<Step>(
  sequences: readonly (readonly Step[])[],
  makes: (step: Step) => Makes,
  made: readonly Set<number>[],
): Step[] {
  const heads = sequences.map((steps) => new Head(steps, makes));
  const all = sequences.flat().map(makes);
  const progress = made.map(
    (set, kind) =>
      new Progress(
        all.flatMap((each) => each[kind] ?? []),
        set,
      ),
  );
  const merged: Step[] = [];
  while (merged.length < all.length) {
    const head = heads.find((each) => each.isReady(progress));
    if (head === undefined && progress.some((kind) => kind.skip())) continue;
    const step = (head ?? heads.find((each) => !each.isDone))?.take(progress);
    if (step !== undefined) merged.push(step);
  }
  return merged;
}

/** What is there of a kind, and what comes next. */
class Progress {
  readonly made: Set<number>;
  readonly #ids: readonly number[];
  #next = 0;

  constructor(ids: readonly number[], made: Set<number>) {
    this.made = made;
    this.#ids = [...new Set(ids)].filter((id) => !made.has(id)).sort((a, b) => a - b);
  }

  /** What comes after the next few. */
  after(count: number): number | undefined {
    return this.#ids[this.#next + count];
  }

  make(ids: readonly number[]): void {
    for (const id of ids) this.made.add(id);
    while (this.made.has(this.#ids[this.#next] ?? -1)) this.#next++;
  }

  /** When no step makes what is next, then something made it that is not there. */
  skip(): boolean {
    const next = this.after(0);
    if (next !== undefined) this.make([next]);
    return next !== undefined;
  }
}

/** The first step of a sequence that is not taken yet. */
class Head<Step> {
  readonly #steps: readonly Step[];
  readonly #makes: (step: Step) => Makes;
  #next = 0;
  #kinds: readonly HeadKind[] = [];

  constructor(steps: readonly Step[], makes: (step: Step) => Makes) {
    this.#steps = steps;
    this.#makes = makes;
    this.#advance(0);
  }

  get isDone(): boolean {
    return this.#next >= this.#steps.length;
  }

  isReady(progress: readonly Progress[]): boolean {
    return !this.isDone && progress.every((each, kind) => this.#kinds[kind]?.isReady(each) !== false);
  }

  take(progress: readonly Progress[]): Step | undefined {
    const step = this.#steps[this.#next];
    for (const [kind, each] of progress.entries()) each.make(this.#kinds[kind]?.ids ?? []);
    this.#advance(this.#next + 1);
    return step;
  }

  #advance(next: number): void {
    const step = this.#steps[next];
    this.#next = next;
    this.#kinds = step === undefined ? [] : this.#makes(step).map((ids) => new HeadKind(ids));
  }
}

/** What a step makes of a kind. What was found out is kept, so that nothing is looked at again and again. */
class HeadKind {
  readonly ids: readonly number[];
  #made = 0;
  /** What must be there first. */
  #awaited: number | undefined;

  constructor(ids: readonly number[]) {
    this.ids = ids;
  }

  isReady(progress: Progress): boolean {
    if (this.#awaited !== undefined && !progress.made.has(this.#awaited)) return false;
    while (progress.made.has(this.ids[this.#made] ?? -1)) this.#made++;
    let count = 0;
    for (const id of this.ids.slice(this.#made)) {
      if (progress.made.has(id)) continue;
      const expected = progress.after(count++);
      if (expected === id) continue;
      this.#awaited = expected;
      return false;
    }
    return true;
  }
}
