import type { Random } from './random.js';

/** Deletes, duplicates and swaps a few lines, and takes some from another text. */
export function mutateLines(text: string, other: () => string, random: Random): string {
  const lines = linesOf(text);
  for (let times = random.few(); times > 0; times--) mutateOnce(lines, other, random);
  return lines.join('');
}

function mutateOnce(lines: string[], other: () => string, random: Random): void {
  const [at, to] = [random.gap(lines), random.gap(lines)];
  const [here = '', there = ''] = [lines[at], lines[to]];
  switch (random.below(5)) {
    case 0:
      lines.splice(at, 1 + random.below(2));
      break;
    case 1:
      lines.splice(to, 0, here);
      break;
    case 2:
      lines.splice(at, 1, there);
      lines.splice(to, 1, here);
      break;
    default: {
      const others = linesOf(other());
      const start = random.gap(others);
      lines.splice(at, 0, ...others.slice(start, start + 1 + random.below(8)));
    }
  }
}

/** Each with its line ending. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}
