/** What comes to be with a step, by kind. */
export type Makes = readonly MadeIds[];

export interface MadeIds {
  /** In the order in which it comes to be. */
  readonly ids: readonly number[];
  /** Those of it that must be there already: they are not what the step would make. */
  readonly needed?: readonly number[];
}

/** What is there before the steps, of one kind, and what of it may come from somewhere else than the steps. */
export interface Known {
  /** What the steps make is added. */
  readonly made: Set<number>;
  readonly mayBeLeftOver: (id: number) => boolean;
}

/**
 * Merges sequences so that what the steps make comes to be in the order of its ids. Where that leaves a choice, a step of
 * an earlier sequence comes first: whatever is chosen, the rest can follow, because a step makes only what is next.
 *
 * @param known - By kind.
 */
export function mergeSteps<Step>(
  sequences: readonly (readonly Step[])[],
  makes: (step: Step) => Makes,
  known: readonly Known[],
): Step[] {
  const heads = sequences.map((steps) => new Head(steps, makes));
  const all = sequences.flat().map(makes);
  const progress = known.map((each, kind) => {
    const ids = all.flatMap((made) => made[kind]?.ids ?? []);
    return new Progress(ids, each);
  });
  const merged: Step[] = [];
  while (merged.length < all.length) {
    const head = heads.find((each) => each.isReady(progress));
    if (head === undefined && progress.some((each, kind) => each.skip(heads.map((other) => other.of(kind)))))
      continue;
    const step = (head ?? heads.find((each) => !each.isDone))?.take(progress);
    if (step !== undefined) merged.push(step);
  }
  return merged;
}

/** What is there of a kind, and what comes next. */
class Progress {
  readonly made: Set<number>;
  readonly #mayBeLeftOver: Known['mayBeLeftOver'];
  readonly #ids: readonly number[];
  #next = 0;

  constructor(ids: readonly number[], { made, mayBeLeftOver }: Known) {
    this.made = made;
    this.#mayBeLeftOver = mayBeLeftOver;
    this.#ids = [...new Set(ids)].filter((id) => !made.has(id)).sort((a, b) => a - b);
  }

  /** What is still to come, in order. */
  *pending(): Generator<number, undefined> {
    for (let at = this.#next; at < this.#ids.length; at++) {
      const id = this.#ids[at];
      if (id !== undefined && !this.made.has(id)) yield id;
    }
  }

  make(ids: readonly number[]): void {
    for (const id of ids) this.made.add(id);
    while (this.made.has(this.#ids[this.#next] ?? -1)) this.#next++;
  }

  /**
   * When no step can follow, then something made what is next that is not there: before the step that makes what comes
   * before it, or else at once.
   *
   * @returns Whether there was something.
   */
  skip(heads: readonly (HeadKind | undefined)[]): boolean {
    const next = this.pending().next().value;
    const started = heads.find((head) => next !== undefined && head?.first(this) === next);
    const leftOver = [started?.awaited, next].find(
      (id) => id !== undefined && !this.made.has(id) && this.#mayBeLeftOver(id),
    );
    if (leftOver !== undefined) this.make([leftOver]);
    return leftOver !== undefined;
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

  of(kind: number): HeadKind | undefined {
    return this.#kinds[kind];
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
    this.#kinds = step === undefined ? [] : this.#makes(step).map((made) => new HeadKind(made));
  }
}

/** What a step makes of a kind. What was found out is kept, so that nothing is looked at again and again. */
class HeadKind {
  readonly ids: readonly number[];
  readonly #needed: readonly number[];
  #made = 0;
  #awaited: number | undefined;

  constructor({ ids, needed = [] }: MadeIds) {
    this.ids = ids;
    this.#needed = needed;
  }

  /** What must be there first, as was found out last. */
  get awaited(): number | undefined {
    return this.#awaited;
  }

  /** What of it is not there yet. */
  first(progress: Progress): number | undefined {
    while (progress.made.has(this.ids[this.#made] ?? -1)) this.#made++;
    return this.ids[this.#made];
  }

  isReady(progress: Progress): boolean {
    if (this.#awaited !== undefined && !progress.made.has(this.#awaited)) return false;
    this.#awaited = this.#needed.find((id) => !progress.made.has(id));
    if (this.#awaited !== undefined) return false;
    if (this.first(progress) === undefined) return true;
    const pending = progress.pending();
    for (const id of this.ids.slice(this.#made)) {
      if (progress.made.has(id)) continue;
      const expected = pending.next().value;
      if (expected === id) continue;
      this.#awaited = expected;
      return false;
    }
    return true;
  }
}
