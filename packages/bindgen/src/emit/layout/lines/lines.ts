import type { Parameters } from './scan-types.js';

export const width = 100;
const tab = '  ';
const indents: string[] = [''];

function indentOf(depth: number): string {
  return (indents[depth] ??= tab.repeat(depth));
}

/** The lines that have been laid out. A line that does not fit is not taken. */
export class Lines {
  text = '';

  /** Adds a line that may be as wide as it is: of a comment. */
  add(depth: number, line: string): void {
    const start = this.text === '' ? '' : '\n';
    this.text += line === '' ? start : start + indentOf(depth) + line;
  }

  addIfFits(depth: number, line: string): boolean {
    if (depth * tab.length + line.length > width) return false;
    this.add(depth, line);
    return true;
  }

  /** Adds what is added meanwhile, or nothing if that fails. */
  attempt(add: () => boolean): boolean {
    const before = this.text;
    if (add()) return true;
    this.text = before;
    return false;
  }

  /** A line for each item, with commas, between two others. */
  addList(
    depth: number,
    head: string,
    items: readonly string[],
    hasLastComma: boolean,
    tail: string,
  ): boolean {
    if (items.length === 0 || !this.addIfFits(depth, head)) return false;
    const last = items.length - 1;
    return (
      items.every((item, index) =>
        this.addIfFits(depth + 1, index < last || hasLastComma ? `${item},` : item),
      ) && this.addIfFits(depth, tail)
    );
  }

  /** The head of a function, or the whole of it: with each parameter on its own line if it must be. */
  addHead(depth: number, text: string, start: number, end: number, parameters: Parameters): boolean {
    const line = printed(text.slice(start, end));
    if (this.addIfFits(depth, line)) return true;
    const { places, hasObject } = parameters;
    const [first] = places;
    const last = places.at(-1);
    if (first === undefined || last === undefined || hasObject) return false;
    const tail = printed(text.slice(last.end, end));
    // Before what is returned breaks, an object type does.
    if (tail.includes('{ ')) return false;
    const items = places.map((place) => printed(text.slice(place.start, place.end)));
    return this.addList(depth, printed(text.slice(start, first.start)), items, !last.isRest, tail);
  }
}

/** The text of a line as it is printed: with other quotes, and without those that keys can do without. */
export function printed(line: string): string {
  const hasEnds = line.includes('\n') || line.includes(', }');
  const joined = hasEnds ? line.replaceAll(',\n', ', ').replaceAll(', }', ' }') : line;
  const isKeyed = joined.includes('": ') || joined.includes("': ");
  const keyed = isKeyed ? joined.replace(/["']([A-Za-z_$][\w$]*)["']: /g, '$1: ') : joined;
  if (keyed.startsWith('new(')) return printed(keyed.replace('(', ' ('));
  return keyed.includes('"') ? keyed.replaceAll('"', "'") : keyed;
}
