import { writeFileSync } from 'node:fs';

/** One thing that is wrong with a case. */
export interface Failure {
  /** The line in the case, counted from 1; 0 where the failure has none. */
  readonly line: number;
  /** One of the few words that the command documents. */
  readonly kind: string;
  readonly message: string;
}

/** What became of one check of a case. */
export type Outcome =
  | { readonly status: 'passed' }
  | { readonly status: 'failed'; readonly failure: Failure; readonly expectedBecause?: string }
  | { readonly status: 'skipped'; readonly reason: string; readonly line?: number }
  /** There is nothing to compare with. Counts nowhere, but is mentioned. */
  | { readonly status: 'unjudged'; readonly remark: string };

/** A check of a case, and the part of the table that it is counted in. */
export interface Check {
  readonly part: string;
  readonly outcome: Outcome;
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface FileReport extends Counts {
  readonly path: string;
  readonly failures: Failure[];
}

/** What `--json` writes, for every conformance command. Failures that are expected count as failed here too. */
export interface ReportJson {
  readonly totals: Readonly<Counts>;
  readonly files: readonly Readonly<FileReport>[];
}

interface PartCounts extends Counts {
  expected: number;
  readonly remarks: Map<string, number>;
}

/** Counts the checks of a conformance run: by file for programs, and by part for people. */
export class Report {
  readonly #files = new Map<string, FileReport>();
  readonly #parts = new Map<string, PartCounts>();
  readonly #lines: string[] = [];
  readonly #surprises: string[] = [];

  add(path: string, checks: readonly Check[]): void {
    for (const { part, outcome } of checks) this.#add(path, part, outcome);
  }

  /** A line for each check that did not pass: `path:line: kind: message`. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  /** The lines of the failures that nobody expects. */
  get surprises(): readonly string[] {
    return this.#surprises;
  }

  get exitCode(): 0 | 1 {
    return this.#surprises.length === 0 ? 0 : 1;
  }

  toJson(): ReportJson {
    return { totals: sum([...this.#files.values()]), files: [...this.#files.values()] };
  }

  /** The totals of each part, and of all of them. */
  table(): string {
    const parts = [...this.#parts];
    const all = {
      ...sum(parts.map(([, counts]) => counts)),
      expected: 0,
      remarks: new Map<string, number>(),
    };
    for (const [, { expected }] of parts) all.expected += expected;
    const rows = [...parts, ['all', all] as const].map(([name, counts]) => ({ name, ...cells(counts) }));
    const nameWidth = Math.max(...rows.map(({ name }) => name.length));
    const countWidth = Math.max(...rows.map(({ count }) => count.length));
    return rows
      .map(({ name, count, rest }) =>
        `${name.padEnd(nameWidth)}  ${count.padStart(countWidth)}  ${rest}`.trimEnd(),
      )
      .join('\n');
  }

  #add(path: string, part: string, outcome: Outcome): void {
    const counts = this.#part(part);
    if (outcome.status === 'unjudged') {
      counts.remarks.set(outcome.remark, (counts.remarks.get(outcome.remark) ?? 0) + 1);
      return;
    }
    const file = this.#file(path);
    file[outcome.status]++;
    counts[outcome.status]++;
    if (outcome.status === 'skipped')
      this.#lines.push(`${placeOf(path, outcome.line)}: skipped: ${outcome.reason}`);
    if (outcome.status !== 'failed') return;
    const { failure, expectedBecause } = outcome;
    const shown = expectedBecause === undefined ? failure : expectedFailure(failure, expectedBecause);
    file.failures.push(shown);
    const line = `${placeOf(path, shown.line)}: ${shown.kind}: ${shown.message}`;
    this.#lines.push(line);
    if (expectedBecause === undefined) this.#surprises.push(line);
    else counts.expected++;
  }

  #file(path: string): FileReport {
    const file = this.#files.get(path) ?? { path, passed: 0, failed: 0, skipped: 0, failures: [] };
    this.#files.set(path, file);
    return file;
  }

  #part(name: string): PartCounts {
    const part = this.#parts.get(name) ?? {
      passed: 0,
      failed: 0,
      skipped: 0,
      expected: 0,
      remarks: new Map<string, number>(),
    };
    this.#parts.set(name, part);
    return part;
  }
}

/** Writes the JSON form of a report. */
export function writeReport(report: Report, path: string): void {
  writeFileSync(path, `${JSON.stringify(report.toJson(), undefined, 2)}\n`);
}

function placeOf(path: string, line = 0): string {
  return line > 0 ? `${path}:${line}` : path;
}

function expectedFailure({ message, ...rest }: Failure, reason: string): Failure {
  return { ...rest, message: `${message} (expected: ${reason})` };
}

function sum(counts: readonly Readonly<Counts>[]): Counts {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of counts) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

function cells({ passed, failed, skipped, expected, remarks }: PartCounts): { count: string; rest: string } {
  const rest = [
    ...(failed > 0 ? [`${failed} failed${expected > 0 ? `, ${expected} of them as expected` : ''}`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...[...remarks].map(([remark, count]) => `${count} ${remark}`),
  ];
  return { count: `${passed} of ${passed + failed + skipped}`, rest: rest.join('; ') };
}
