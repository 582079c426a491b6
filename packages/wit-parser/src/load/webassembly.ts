const blank = /\s/;

/**
 * Whether a text is that of a module or component, in binary or text form. wasm-tools looks at what a file has in it
 * too, and not at its name; no WIT starts like this.
 */
export function isWebAssembly(text: string): boolean {
  if (text.startsWith('\0asm')) return true;
  const start = skipComments(text);
  return /^\(\s*(?:component|module)\b/.test(text.slice(start, start + 100));
}

/** Where the first token stands. The comments of WebAssembly text are `;; …` and `(; … ;)`, which may be nested. */
function skipComments(text: string): number {
  let at = 0;
  for (;;) {
    if (blank.test(text.charAt(at))) at++;
    else if (text.startsWith(';;', at)) at = endOf(text.indexOf('\n', at), text);
    else if (text.startsWith('(;', at)) at = skipBlockComment(text, at);
    else return at;
  }
}

function skipBlockComment(text: string, start: number): number {
  const ends = /\(;|;\)/g;
  ends.lastIndex = start;
  let depth = 0;
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
    depth += end[0] === '(;' ? 1 : -1;
    if (depth === 0) return ends.lastIndex;
  }
  return text.length;
}

function endOf(found: number, text: string): number {
  return found === -1 ? text.length : found;
}
