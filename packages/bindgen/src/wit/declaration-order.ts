import type { Span } from '@wit-bindgen-ts/wit-parser';

/** Sorts by place in the source. What one item implies has its place, and stays in order. */
export function inDeclarationOrder<T>(items: readonly T[], spanOf: (item: T) => Span): T[] {
  return [...items].sort((a, b) => compareSpans(spanOf(a), spanOf(b)));
}

function compareSpans(a: Span, b: Span): number {
  return a.file - b.file || a.start - b.start;
}
