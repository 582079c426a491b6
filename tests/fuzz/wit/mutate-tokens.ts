import type { Random } from './random.js';

/** Space, comments, words, numbers and marks; every text is the sequence of its tokens. */
const token = /\/\/[^\n]*|\/\*[^]*?\*\/|\s+|"[^"]*"|%?[\w-]+|->|[^]/gu;

/** Where no other file has them. */
const fragments = [
  ...'as async borrow constructor enum error-context export flags from func future import include'.split(' '),
  ...'interface list map option own package record resource result static stream tuple type use'.split(' '),
  ...'variant with world _ u8 string char f64 self % %type a A-b 0 1.2.3 -> ; , : . / { } ( ) < > = @'.split(
    ' ',
  ),
  '@since(version = 1.0.0)',
  '@unstable(feature = a)',
  '@deprecated(version = 1.0.0)',
  '@external-id("a")',
  'list<u8, 4>',
  'map<string, u8>',
  'result<_, u8>',
  'a:b/c@1.2.3-rc.1+x',
  'with { a as b }',
  'use a:b/c as d;',
  'package a:b { interface c {} }',
];

export function tokensOf(text: string): string[] {
  return text.match(token) ?? [];
}

/** Deletes, duplicates, swaps, replaces and inserts a few tokens. `other` gives a text to take tokens from. */
export function mutateTokens(text: string, other: () => string, random: Random): string {
  const tokens = tokensOf(text);
  for (let times = random.few(); times > 0; times--) mutateOnce(tokens, other, random);
  return tokens.join('');
}

function mutateOnce(tokens: string[], other: () => string, random: Random): void {
  const [at, to] = [visible(tokens, random), visible(tokens, random)];
  const [here = '', there = ''] = [tokens[at], tokens[to]];
  switch (random.below(6)) {
    case 0:
      tokens.splice(at, 1);
      break;
    case 1:
      tokens.splice(at, 0, here, ' ');
      break;
    case 2:
      tokens.splice(at, 1, there);
      tokens.splice(to, 1, here);
      break;
    case 3:
      tokens.splice(at, 1, there);
      break;
    case 4: {
      const others = tokensOf(other());
      tokens.splice(at, 1, others[visible(others, random)] ?? '');
      break;
    }
    default:
      tokens.splice(at, 0, random.pick(fragments), ' ');
  }
}

/** The index of a token that is not space, where there is one nearby. */
function visible(tokens: readonly string[], random: Random): number {
  const start = random.gap(tokens);
  const offset = tokens.slice(start, start + 10).findIndex((each) => each.trim() !== '');
  return offset === -1 ? start : start + offset;
}
