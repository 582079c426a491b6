import type { CaseFile, WitCase } from './corpus.js';
import { mutateBytes } from './mutate-bytes.js';
import { mutateLines } from './mutate-lines.js';
import { mutateStatements } from './mutate-statements.js';
import { mutateTokens } from './mutate-tokens.js';
import { Random } from './random.js';

/** Most changes of bytes, tokens and lines are syntax errors, and test the parser; statements test what comes after it. */
const kinds = ['bytes', 'tokens', 'lines', 'statements', 'statements'] as const;

/** A case of the corpus with one file changed. */
export interface Mutant {
  /** With the seed, all that is needed to make it again. */
  readonly number: number;
  readonly of: WitCase;
  /** The changed file. Its text has a character for each byte where the encoding is `latin1`. */
  readonly file: CaseFile;
  readonly encoding: 'utf8' | 'latin1';
  /** Whether what is `@unstable` is active. */
  readonly features: 'all' | undefined;
}

/** Mutation `number` of a seed; the same whatever was made before it. */
export function makeMutant(corpus: readonly WitCase[], seed: number, number: number): Mutant {
  const random = new Random(seed, number);
  const of = random.pick(corpus);
  const { path, text } = random.pick(of.files);
  const other = () => random.pick(random.pick(corpus).files).text;
  const kind = random.pick(kinds);
  const mutated = {
    bytes: () => mutateBytes(Buffer.from(text).toString('latin1'), random),
    tokens: () => mutateTokens(text, other, random),
    lines: () => mutateLines(text, other, random),
    statements: () => mutateStatements(text, other, random),
  };
  return {
    number,
    of,
    file: { path, text: mutated[kind]() },
    encoding: kind === 'bytes' ? 'latin1' : 'utf8',
    features: random.below(2) === 0 ? 'all' : undefined,
  };
}
