import type { CustomPatternMatcherReturn, IToken } from 'chevrotain';

/**
 * Matches `//` to the end of its line, and `/*` to the end that fits it, with other comments nested in it. A comment
 * that is never closed takes the rest of the text, so that the rest is looked at once; {@link isUnclosed} finds it.
 */
export function matchComment(text: string, start: number): CustomPatternMatcherReturn | null {
  if (text[start] !== '/') return null;
  if (text[start + 1] === '/') {
    const newline = text.indexOf('\n', start);
    return [text.slice(start, newline === -1 ? text.length : newline)];
  }
  if (text[start + 1] === '*') return [text.slice(start, blockEnd(text, start) ?? text.length)];
  return null;
}

export function isUnclosed(comment: string): boolean {
  return comment.startsWith('/*') && blockEnd(comment, 0) === undefined;
}

function blockEnd(text: string, start: number): number | undefined {
  const delimiter = /\/\*|\*\//g;
  delimiter.lastIndex = start;
  let depth = 0;
  for (let match = delimiter.exec(text); match !== null; match = delimiter.exec(text)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return delimiter.lastIndex;
  }
  return undefined;
}

/**
 * The documentation in the comments that stand right before an item, as Markdown: that of `///` and `/** … *​/`. The
 * markers go, and so does the indentation that all comments share. `undefined` when none of them is documentation.
 */
export function documentationOf(comments: readonly IToken[]): string | undefined {
  const texts = comments.map(({ image }) => documentationText(image)).filter((text) => text !== undefined);
  if (texts.length === 0) return undefined;
  const indents = texts.filter((text) => text !== '').map((text) => text.length - text.trimStart().length);
  const margin = ' '.repeat(Math.min(...(indents.length === 0 ? [0] : indents)));
  const lines = texts.map((text) => (text.startsWith(margin) ? text.slice(margin.length) : text));
  return lines.join('\n').replaceAll('\r\n', '\n').replace(/\n+$/, '');
}

function documentationText(comment: string): string | undefined {
  if (comment.startsWith('///')) return comment.replace(/^\/+/, '').trimEnd();
  if (comment.startsWith('/**') && comment.length > 4) return comment.slice(3, -2).trimEnd();
  return undefined;
}
