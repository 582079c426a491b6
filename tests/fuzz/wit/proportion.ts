import { parseWit, print, toJson, WitError } from '@wit-bindgen-ts/wit-parser';
import { hostileGroups } from '../../../packages/wit-parser/tests/hostile/groups.js';
import type { HostileInput } from '../../../packages/wit-parser/tests/hostile/input.js';

/** How much more there is in the large text than in the small one. */
const factor = 16;
/** Time may grow this much more than the text does: what is quadratic grows sixteen times more. */
const tolerance = 2.5;
/** A small text takes no time to speak of; it counts as what this many characters of the whole take on average. */
const fewestCharacters = 30_000;
/** Something else on the machine may have had its turn: the fastest counts. */
const tries = 3;

export interface Growth {
  readonly name: string;
  /** Milliseconds for the small text and for the large one. */
  readonly small: number;
  readonly large: number;
  readonly isInProportion: boolean;
}

interface Sample {
  readonly name: string;
  readonly input: HostileInput;
  /** Of the large text. */
  readonly count: number;
  readonly size: number;
  readonly small: number;
  readonly large: number;
}

/** Resolves and prints all hostile WIT in two sizes, the larger half as large as what is many already. */
export function measureGrowth(): Growth[] {
  const samples = Object.entries(hostileGroups).flatMap(([group, { count, inputs }]) =>
    inputs.map((input) => measure(group, count / 2, input)),
  );
  const time = samples.reduce((sum, { large }) => sum + large, 0);
  const size = samples.reduce((sum, sample) => sum + sample.size, 0);
  const least = (time / size) * fewestCharacters;
  return samples.map(({ name, input, count, small, large }) => {
    const limit = Math.max(small, least) * factor * tolerance;
    const fastest = large <= limit ? large : fastestTime(input.text(count));
    return { name, small, large: fastest, isInProportion: fastest <= limit };
  });
}

function measure(group: string, count: number, input: HostileInput): Sample {
  const text = input.text(count);
  const small = fastestTime(input.text(Math.ceil(count / factor)));
  return { name: `${group}: ${input.name}`, input, count, size: text.length, small, large: timeOf(text) };
}

function fastestTime(text: string): number {
  return Math.min(...Array.from({ length: tries }, () => timeOf(text)));
}

function timeOf(text: string): number {
  const start = performance.now();
  try {
    const { resolve, package: main } = parseWit(text, { features: 'all' });
    print(resolve, { package: main });
    toJson(resolve);
  } catch (error) {
    if (!(error instanceof WitError)) throw error;
  }
  return performance.now() - start;
}
