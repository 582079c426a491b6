/** Where the comment ends that starts with `//` at a place: before the line feed. */
export function lineCommentEnd(text: string, start: number): number {
  const newline = text.indexOf('\n', start);
  return newline === -1 ? text.length : newline;
}

/** Where the comment ends that starts with `/*` at a place, with others nested in it; `undefined` if it never does. */
export function blockCommentEnd(text: string, start: number): number | undefined {
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
 * The documentation in the comments that stand right before an item, as Markdown. Every comment counts, as it does for
 * wasm-tools. The markers of `///`, `//` and `/** … *​/` go, and so does the indentation that all comments share.
 *
 * @param start - Where the first comment starts.
 * @param end - Where the item starts: between the two there is nothing but comments and white space.
 */
export function documentationOf(text: string, start: number, end: number): string {
  const texts: string[] = [];
  for (let at = text.indexOf('/', start); at !== -1 && at < end;) {
    const isLine = text.charCodeAt(at + 1) === 0x2f;
    const next = isLine ? lineCommentEnd(text, at) : (blockCommentEnd(text, at) ?? end);
    texts.push(commentText(text.slice(at, next)));
    at = text.indexOf('/', next);
  }
  const lines = withoutMargin(texts).join('\n').replaceAll('\r\n', '\n');
  return lines.endsWith('\n') ? lines.replace(/\n+$/, '') : lines;
}

/** Where the first of these comments ends, without what is white space. */
export function firstCommentEnd(text: string, start: number): number {
  const isLine = text.charCodeAt(start + 1) === 0x2f;
  const end = isLine ? lineCommentEnd(text, start) : (blockCommentEnd(text, start) ?? text.length);
  return start + text.slice(start, end).trimEnd().length;
}

function commentText(comment: string): string {
  if (!comment.startsWith('/**')) return withoutSlashes(comment).trimEnd();
  return comment.length > 4 ? comment.slice(3, -2).trimEnd() : '';
}

function withoutSlashes(comment: string): string {
  let slashes = 0;
  while (comment.charCodeAt(slashes) === 0x2f) slashes++;
  return comment.slice(slashes);
}

function withoutMargin(texts: readonly string[]): readonly string[] {
  let margin = Infinity;
  for (const text of texts) if (text !== '') margin = Math.min(margin, indentOf(text));
  if (margin === 0 || margin === Infinity) return texts;
  const spaces = ' '.repeat(margin);
  return texts.map((text) => (text.startsWith(spaces) ? text.slice(margin) : text));
}

function indentOf(text: string): number {
  let indent = 0;
  while (isWhitespace(text.charCodeAt(indent))) indent++;
  return indent;
}

function isWhitespace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
