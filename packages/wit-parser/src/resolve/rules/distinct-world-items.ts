import type { Span } from '../../source/span.js';
import type { Report } from '../context.js';

/** A world imports each name once, and exports each once. */
export function reportTakenItem(
  report: Report,
  direction: 'import' | 'export',
  name: string,
  span: Span,
  first: Span,
): void {
  report({
    code: 'duplicate-name',
    message: `\`${name}\` is ${direction}ed twice`,
    span,
    notes: [{ message: `first ${direction}ed here`, span: first }],
  });
}
