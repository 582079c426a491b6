import type { Span } from '../../source/span.js';
import type { Identifier } from '../../syntax/ast.js';
import type { Report } from '../context.js';

/** Among names that must be distinct, one came before. */
export function reportDuplicate(report: Report, message: string, span: Span, first: Span): void {
  const notes = [{ message: 'first defined here', span: first }];
  report({ code: 'duplicate-name', message, span, notes });
}

/** A `use` at the top level takes its name in the whole file: of it and the other, the one that comes later is wrong. */
export function reportTakenInFile(report: Report, { text, span }: Identifier, other: Span): void {
  const message = `\`${text}\` is defined twice in this file`;
  if (span.start < other.start) reportDuplicate(report, message, other, span);
  else reportDuplicate(report, message, span, other);
}

interface Named {
  readonly name: Identifier;
}

/** More names than this are looked up in a table: comparing each with each would take too long. */
const fewNames = 8;

/**
 * No two have the same name.
 *
 * @param message - For the later of two.
 * @param keyOf - What must be distinct, if not the name itself.
 */
export function checkDistinct<Item extends Named>(
  items: readonly Item[],
  report: Report,
  message: (item: Item) => string,
  keyOf: (item: Item) => string = nameOf,
): void {
  if (items.length < 2 || (items.length <= fewNames && areDistinct(items, keyOf))) return;
  const first = new Map<string, Span>();
  for (const item of items) {
    const earlier = first.get(keyOf(item));
    if (earlier === undefined) first.set(keyOf(item), item.name.span);
    else reportDuplicate(report, message(item), item.name.span, earlier);
  }
}

function nameOf({ name }: Named): string {
  return name.text;
}

function areDistinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): boolean {
  return items.every((item, index) => {
    const key = keyOf(item);
    for (let at = 0; at < index; at++) {
      const other = items[at];
      if (other !== undefined && keyOf(other) === key) return false;
    }
    return true;
  });
}
