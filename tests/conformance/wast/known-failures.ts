import { readFileSync } from 'node:fs';
import type { Check } from '../report.js';
import type { Outcome } from './run-script.js';

/** Directives that are known to fail, for one reason. */
export interface KnownFailures {
  readonly reason: string;
  /** Stands in what each of them says when it fails: one that fails otherwise is not known. */
  readonly says: string;
  /** The lines that they begin at, by file: `"async/streams.wast": "14, 20-63"`. Ends of ranges are such lines too. */
  readonly directives: Readonly<Record<string, string>>;
}

/** Holds what becomes of directives against what is known to fail. */
export class Expectations {
  readonly #known: readonly KnownFile[];
  readonly #seen = new Set<KnownFile>();

  constructor(known: readonly KnownFailures[]) {
    this.#known = known.flatMap(({ reason, says, directives }) =>
      Object.entries(directives).map(([file, lines]) => ({ file, ranges: rangesIn(lines), reason, says })),
    );
  }

  static read(...files: readonly URL[]): Expectations {
    return new Expectations(
      files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as readonly KnownFailures[]),
    );
  }

  /**
   * Judges the outcomes of one file.
   *
   * @param path - ends in the name that the file is listed by, if it is listed
   */
  judge(path: string, outcomes: readonly Outcome[]): readonly Check[] {
    const known = this.#knownIn(path, outcomes);
    for (const each of known) this.#seen.add(each);
    return outcomes.map((outcome) => ({
      part: outcome.word,
      outcome: judged(
        outcome,
        known.find(({ ranges }) =>
          ranges.some(({ first, last }) => first <= outcome.line && outcome.line <= last),
        ),
      ),
    }));
  }

  /** A failure for each file with known failures that was not seen, or not with directives at the lines listed. */
  unseen(): readonly Check[] {
    const unseen = this.#known.filter((each) => !this.#seen.has(each));
    return unseen.map(({ file }) => {
      const message = `${file} has no directives at the lines that are known to fail`;
      return {
        part: 'known failures',
        outcome: { status: 'failed', failure: { line: 0, kind: 'unseen', message } },
      };
    });
  }

  /** Another file may have the same name: in it, the directives begin at other lines. */
  #knownIn(path: string, outcomes: readonly Outcome[]): readonly KnownFile[] {
    const lines = new Set(outcomes.map(({ line }) => line));
    return this.#known.filter(
      ({ file, ranges }) =>
        `/${path}`.endsWith(`/${file}`) &&
        ranges.every(({ first, last }) => lines.has(first) && lines.has(last)),
    );
  }
}

interface Range {
  readonly first: number;
  readonly last: number;
}

interface KnownFile {
  readonly file: string;
  readonly ranges: readonly Range[];
  readonly reason: string;
  readonly says: string;
}

function judged({ line, word, result }: Outcome, known: KnownFile | undefined): Check['outcome'] {
  switch (result.status) {
    case 'skipped':
      return { status: 'skipped', line, reason: `${word}: ${result.reason}` };
    case 'failed': {
      const failure = { line, kind: word, message: result.message };
      const isKnown = known !== undefined && result.message.includes(known.says);
      return { status: 'failed', failure, ...(isKnown && { expectedBecause: known.reason }) };
    }
    case 'passed': {
      if (known === undefined) return result;
      const message = `${word} passes, though it is known to fail: ${known.reason}`;
      return { status: 'failed', failure: { line, kind: 'unexpected-pass', message } };
    }
  }
}

function rangesIn(lines: string): readonly Range[] {
  return lines.split(', ').map((range) => {
    const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? [];
    if (first === undefined) throw new Error(`${range} is no range of lines`);
    return { first: Number(first), last: Number(last ?? first) };
  });
}

/**
 * The lines of the directives that failed, as known failures are listed. A range has no directive in it that did not
 * fail.
 */
export function failedLines(outcomes: readonly Outcome[]): string {
  const ranges: { first: number; last: number }[] = [];
  let open: { first: number; last: number } | undefined;
  for (const { line, result } of outcomes) {
    if (result.status !== 'failed') {
      open = undefined;
    } else if (open) {
      open.last = line;
    } else {
      open = { first: line, last: line };
      ranges.push(open);
    }
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}
