/** One of several ways to do the same work, measured side by side. */
export interface Contender {
  readonly name: string;
  /** Done before each run, and not measured. */
  readonly prepare?: () => unknown;
  readonly run: () => unknown;
}

/** How often the work is done. It ends at whichever comes first, but not before three rounds. */
export interface Effort {
  /** Rounds that are not counted: engines compile what is hot. */
  readonly warmUps: number;
  readonly rounds: number;
  /** Time for all counted rounds. */
  readonly milliseconds: number;
}

/** What one contender took, or why it could not do the work. */
export type Measurement =
  | { readonly name: string; readonly median: number; readonly rounds: number }
  | { readonly name: string; readonly failure: string };

const fewestRounds = 3;

/**
 * Runs the contenders in turns, so that whatever else the machine does meets all of them alike. Every other round goes
 * backwards, and each begins in turn, so that none always pays for the garbage of the same other. One that throws is out.
 *
 * @returns a measurement for each contender, in their order; times are in milliseconds
 */
export async function measureInterleaved(
  contenders: readonly Contender[],
  effort: Effort,
): Promise<Measurement[]> {
  const lanes = contenders.map((contender) => new Lane(contender));
  for (let round = 0; round < effort.warmUps; round++) await runRound(lanes, round);
  for (const lane of lanes) lane.times.length = 0;
  const end = performance.now() + effort.milliseconds;
  for (let round = 0; round < effort.rounds; round++) {
    if (round >= fewestRounds && performance.now() > end) break;
    await runRound(lanes, round);
  }
  return lanes.map((lane) => lane.measurement());
}

async function runRound(lanes: readonly Lane[], round: number): Promise<void> {
  const first = Math.floor(round / 2) % lanes.length;
  const turns = [...lanes.slice(first), ...lanes.slice(0, first)];
  for (const lane of round % 2 === 0 ? turns : turns.toReversed()) await lane.run();
}

class Lane {
  readonly times: number[] = [];
  readonly #contender: Contender;
  #failure: string | undefined;

  constructor(contender: Contender) {
    this.#contender = contender;
  }

  async run(): Promise<void> {
    if (this.#failure !== undefined) return;
    await this.#contender.prepare?.();
    const start = performance.now();
    try {
      await this.#contender.run();
      this.times.push(performance.now() - start);
    } catch (error) {
      this.#failure = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    }
  }

  measurement(): Measurement {
    const { name } = this.#contender;
    if (this.#failure !== undefined) return { name, failure: this.#failure };
    return { name, median: median(this.times), rounds: this.times.length };
  }
}

/** @throws RangeError when there are no numbers */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1];
  const high = sorted[Math.floor(middle)];
  if (low === undefined || high === undefined) throw new RangeError('no numbers have no median');
  return (low + high) / 2;
}
