const slash = 0x2f;
const space = 0x20;
const newline = 0x0a;

/**
 * Where the comment ends that starts at a place: `// …` before the line feed, `/* … *​/` after its end, with others
 * nested in it. `undefined` if it never does.
 */
export function commentEnd(text: string, start: number): number | undefined {
  if (!isLineComment(text, start)) return blockCommentEnd(text, start);
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

function isLineComment(text: string, start: number): boolean {
  return text.charCodeAt(start + 1) === slash;
}

function blockCommentEnd(text: string, start: number): number | undefined {
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
  const raw = text.slice(start, end);
  if (isPlain(raw)) return plainDocumentation(raw);
  const comments: Comment[] = [];
  for (let at = start; at !== -1; at = nextComment(text, comments.at(-1)?.end ?? end, end)) {
    comments.push(commentAt(text, at, end));
  }
  return contentsOf(text, comments);
}

/**
 * Whether all comments are `/// text` on lines of their own, the first with one space, and no line ends with white
 * space. Nearly all documentation is; patterns are quicker with it than a loop, in a cold process most of all.
 */
function isPlain(raw: string): boolean {
  return (
    raw.length <= longestPlain &&
    raw.startsWith('/// ') &&
    plainComments.test(raw) &&
    !trailingSpace.test(raw)
  );
}

/** A pattern keeps count of every line that it has matched, and its memory is not endless. */
const longestPlain = 10_000;

const plainComments = /^\/\/\/ \S[^\n]*\n[ \t]*(?:\/\/\/(?: [^\n]*)?\n[ \t]*)*$/;
const trailingSpace = /[^\S\n]\n/;

function plainDocumentation(raw: string): string {
  const contents = raw.slice(4).replace(/\n[ \t]*(?:\/\/\/ ?)?/g, '\n');
  return withoutNewlines(contents);
}

/** What a comment says: from where to where in the text, without its markers and the white space at its end. */
interface Comment {
  readonly from: number;
  readonly to: number;
  /** Where the comment itself ends. */
  readonly end: number;
}

function nextComment(text: string, from: number, end: number): number {
  const at = text.indexOf('/', from);
  return at < end ? at : -1;
}

function commentAt(text: string, at: number, limit: number): Comment {
  const end = commentEnd(text, at) ?? limit;
  if (isLineComment(text, at)) {
    const from = slashesEnd(text, at, end);
    return { from, to: trimmedEnd(text, from, end), end };
  }
  if (!text.startsWith('/**', at)) return { from: at + 1, to: end, end };
  const from = at + 3;
  return { from, to: trimmedEnd(text, from, Math.max(from, end - 2)), end };
}

function contentsOf(text: string, comments: readonly Comment[]): string {
  const margin = marginOf(text, comments);
  const lines = comments.map(({ from, to }) =>
    text.slice(hasMargin(text, from, to, margin) ? from + margin : from, to),
  );
  const contents = lines.join('\n').replaceAll('\r\n', '\n');
  return withoutNewlines(contents);
}

/** Without the newlines at the end. */
function withoutNewlines(contents: string): string {
  let end = contents.length;
  while (end > 0 && contents.charCodeAt(end - 1) === newline) end--;
  return contents.slice(0, end);
}

/** The indentation that all comments share, of those that say something. */
function marginOf(text: string, comments: readonly Comment[]): number {
  let margin = Infinity;
  for (const { from, to } of comments) {
    if (from === to) continue;
    let indent = 0;
    while (isWhitespace(text.charCodeAt(from + indent))) indent++;
    margin = Math.min(margin, indent);
  }
  return margin === Infinity ? 0 : margin;
}

/** Whether the margin of a comment is made of spaces alone: only then it goes. */
function hasMargin(text: string, from: number, to: number, margin: number): boolean {
  if (from === to) return false;
  for (let at = from; at < from + margin; at++) if (text.charCodeAt(at) !== space) return false;
  return true;
}

function slashesEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === slash) at++;
  return at;
}

function trimmedEnd(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isTrimmed(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where the comment ends that starts at a place, without what is white space. */
export function trimmedCommentEnd(text: string, start: number): number {
  return trimmedEnd(text, start, commentEnd(text, start) ?? text.length);
}

function isWhitespace(code: number): boolean {
  return code === space || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** What Unicode calls white space, which is what `trimEnd` trims but for the byte order mark. */
function isTrimmed(code: number): boolean {
  if (code < 128) return isWhitespace(code);
  return code !== 0xfeff && /\s/.test(String.fromCharCode(code));
}
