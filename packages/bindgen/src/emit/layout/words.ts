import { hardline, join, type Doc } from './doc.js';
import { Unfamiliar } from './unfamiliar.js';

/** A string in the quotes that need fewer escapes. */
export function stringText(raw: string): string {
  const content = raw.slice(1, -1);
  const count = (quote: string): number => content.split(quote).length - 1;
  const quote = count("'") > count('"') ? '"' : "'";
  const text = content.replace(
    /\\(.)|(["'])/g,
    (whole, escaped: string | undefined, found: string | undefined) => {
      if (escaped === undefined) return found === quote ? `\\${quote}` : whole;
      if (escaped === '"' || escaped === "'") return escaped === quote ? whole : escaped;
      return whole;
    },
  );
  if (!/^[\x20-\x7e]*$/.test(text)) throw new Unfamiliar('a string that has other letters');
  return quote + text + quote;
}

/** The key of a property or a method: without quotes, if it can do without them. */
export function keyText(raw: string): string {
  const content = raw.slice(1, -1);
  return /^[A-Za-z_$][\w$]*$/.test(content) ? content : stringText(raw);
}

/** Comments on lines of their own, and the line end after them. */
export function commentLines(comments: readonly string[]): Doc {
  return comments.map((comment) => [commentDoc(comment), hardline]);
}

export function commentDoc(comment: string): Doc {
  const [first = '', ...others] = comment.split('\n');
  return join(hardline, [commentLine(first), ...others.map((line) => ` ${starredLine(line)}`)]);
}

function starredLine(line: string): string {
  const text = line.trimStart();
  if (!text.startsWith('*')) throw new Unfamiliar('a comment without stars');
  return /^\*\s*$/.test(text) ? '*' : commentLine(text);
}

/** Blanks at its end may mean a line end to Markdown. */
function commentLine(line: string): string {
  if (line !== line.trimEnd()) throw new Unfamiliar('blanks in a comment');
  return line;
}
