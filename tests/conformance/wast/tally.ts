import { folderOf } from './corpus.js';
import type { KnownFailures } from './known-failures.js';
import type { Outcome } from './run-script.js';

interface Counts {
  passed: number;
  failed: number;
  known: number;
}

/** Holds what happened against what is known to fail, and counts by folder. */
export class Tally {
  readonly #known: KnownFailures;
  readonly #counts = new Map<string, Counts>();
  readonly #unseen: Set<string>;

  constructor(known: KnownFailures) {
    this.#known = known;
    this.#unseen = new Set(Object.keys(known));
  }

  /**
   * Counts the outcomes of one script.
   *
   * @returns one line for each directive that failed without being known to, or passed though known to fail; a failure
   * reads as an entry of the list of known failures
   */
  add(script: string, outcomes: readonly Outcome[]): readonly string[] {
    return outcomes.flatMap(({ line, failure }) => {
      const name = `${script}:${line}`;
      this.#unseen.delete(name);
      const isKnown = this.#known[name] !== undefined;
      const counts = this.#countsOf(folderOf(script));
      if (failure === undefined && !isKnown) counts.passed++;
      else if (failure !== undefined && isKnown) counts.known++;
      else counts.failed++;
      if ((failure !== undefined) === isKnown) return [];
      return `${JSON.stringify(name)}: ${JSON.stringify(failure ?? 'passes, and so is no known failure any more')}`;
    });
  }

  /** Known failures of which no directive was seen. */
  unseen(): readonly string[] {
    return [...this.#unseen];
  }

  /** The counts as a table for people. */
  table(title: string): string {
    const rows = [...this.#counts].map(([folder, counts]) => rowOf(folder, counts));
    const all = [...this.#counts.values()].reduce(
      (sum, { passed, failed, known }) => ({
        passed: sum.passed + passed,
        failed: sum.failed + failed,
        known: sum.known + known,
      }),
      { passed: 0, failed: 0, known: 0 },
    );
    const head = `${title.padEnd(24)}  passed  failed  known failures`;
    return [head, ...rows, rowOf('all', all)].join('\n');
  }

  #countsOf(folder: string): Counts {
    const counts = this.#counts.get(folder) ?? { passed: 0, failed: 0, known: 0 };
    this.#counts.set(folder, counts);
    return counts;
  }
}

function rowOf(name: string, { passed, failed, known }: Counts): string {
  const cells = [String(passed).padStart(6), String(failed).padStart(6), String(known).padStart(14)];
  return [name.padEnd(24), ...cells].join('  ');
}
