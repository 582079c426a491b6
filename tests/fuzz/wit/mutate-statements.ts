import { tokensOf } from './mutate-tokens.js';
import type { Random } from './random.js';

/** Words that may stand for each other without a syntax error, or nearly. */
const siblings = [
  ['import', 'export'],
  ['interface', 'world'],
  ['record', 'variant', 'flags', 'enum', 'resource'],
  ['own', 'borrow', 'list', 'option', 'stream', 'future', 'tuple', 'result'],
  ['u8', 's32', 'u64', 'f32', 'bool', 'char', 'string', 'error-context'],
  ['use', 'include'],
  ['func', 'static func', 'async func'],
  ['as', 'from', 'with'],
  ['since', 'unstable', 'deprecated'],
  ['0', '1', '2', '01', '4294967296', '1.2.3-rc.1'],
];

const attributes = [
  '@since(version = 1.0.0)',
  '@since(version = 0.1.0)',
  '@unstable(feature = a)',
  '@unstable(feature = active)',
  '@deprecated(version = 1.0.0)',
  '@external-id("a")',
  '/// Documentation.\n',
];

const name = /^%?[A-Za-z][\w-]*$/;
const openers = ['{', '(', '<'];
const closers = ['}', ')', '>'];

/** Changes what is meant, and mostly keeps the syntax: names, kinds and whole statements. */
export function mutateStatements(text: string, other: () => string, random: Random): string {
  const tokens = tokensOf(text);
  for (let times = random.few(); times > 0; times--) mutateOnce(tokens, other, random);
  return tokens.join('');
}

function mutateOnce(tokens: string[], other: () => string, random: Random): void {
  switch (random.below(8)) {
    case 0:
      takeStatement(tokens, random);
      break;
    case 1: {
      const statement = takeStatement(tokens, random);
      insertStatement(tokens, statement, random);
      if (random.below(2) === 0) insertStatement(tokens, statement, random);
      break;
    }
    case 2:
      insertStatement(tokens, takeStatement(tokensOf(other()), random), random);
      break;
    case 3:
      insertStatement(tokens, [random.pick(attributes), ' '], random);
      break;
    case 4:
    case 5:
      replaceBySibling(tokens, random);
      break;
    default:
      replaceName(tokens, random);
  }
}

/** Removes a statement: what ends with its semicolon, comma or brace. */
function takeStatement(tokens: string[], random: Random): string[] {
  const start = statementStart(tokens, random);
  let depth = 0;
  let end = start;
  for (; end < tokens.length; end++) {
    const text = tokens[end] ?? '';
    if (openers.includes(text)) depth++;
    if (closers.includes(text)) depth--;
    if (depth < 0) break;
    if (depth === 0 && [';', ',', '}'].includes(text)) {
      end++;
      break;
    }
  }
  return tokens.splice(start, end - start);
}

function insertStatement(tokens: string[], statement: readonly string[], random: Random): void {
  tokens.splice(statementStart(tokens, random), 0, ...statement);
}

/** An index that follows a semicolon, a comma or a brace. */
function statementStart(tokens: readonly string[], random: Random): number {
  const starts = tokens.flatMap((text, index) => ([';', ',', '{', '}'].includes(text) ? [index + 1] : []));
  return starts.length === 0 ? 0 : random.pick(starts);
}

function replaceBySibling(tokens: string[], random: Random): void {
  const places = tokens.flatMap((text, index) => {
    const family = siblings.find((words) => words.includes(text));
    return family === undefined ? [] : [{ index, family }];
  });
  if (places.length === 0) return;
  const { index, family } = random.pick(places);
  tokens[index] = random.pick(family);
}

function replaceName(tokens: string[], random: Random): void {
  const isKeyword = (text: string) => siblings.some((words) => words.includes(text));
  const places = tokens.flatMap((text, index) => (name.test(text) && !isKeyword(text) ? [index] : []));
  if (places.length === 0) return;
  const [at, from] = [random.pick(places), random.pick(places)];
  const escaped = random.below(8) === 0 ? '%' : '';
  tokens[at] = escaped + (tokens[from] ?? '');
}
