import type { Problem } from '../../source/diagnostic.js';
import type { Span } from '../../source/span.js';

/** A world imports each name and each interface once, and exports it once. */
export function alreadyTaken(direction: 'import' | 'export', name: string, span: Span, first: Span): Problem {
  return {
    code: 'duplicate-name',
    message: `\`${name}\` is ${direction}ed twice`,
    span,
    notes: [{ message: `first ${direction}ed here`, span: first }],
  };
}
