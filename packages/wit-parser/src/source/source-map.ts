import type { Span } from './span.js';

/** One WIT file: where it came from, as the reader knows it, and what it says. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/**
 * A place as a reader counts it: lines and columns start at 1, columns count UTF-16 code units. A line ends with a line
 * feed, and a carriage return before it; a byte order mark is no column.
 */
export interface SourceLocation {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A file of the source map, which can tell lines. */
export class SourceFile implements SourceText {
  readonly path: string;
  readonly text: string;
  /** The file's index in its source map: the `file` of every span in it. */
  readonly index: number;
  #lines: readonly number[] | undefined;

  constructor(index: number, source: SourceText) {
    this.index = index;
    this.path = source.path;
    this.text = source.text;
  }

  /** Made when a place is first asked for: most files have nothing wrong in them. */
  get #lineStarts(): readonly number[] {
    return (this.#lines ??= lineStarts(this.text));
  }

  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /** The text of a line, counted from 1, without its line ending. */
  lineText(line: number): string {
    const start = this.#lineStarts[line - 1] ?? this.text.length;
    const next = this.#lineStarts[line];
    if (next === undefined) return this.text.slice(start);
    return this.text.slice(start, this.text[next - 2] === '\r' ? next - 2 : next - 1);
  }

  location(offset: number): SourceLocation {
    const line = this.#lineAt(offset);
    const column = Math.max(1, offset - (this.#lineStarts[line - 1] ?? 0) + 1);
    return { path: this.path, line, column };
  }

  /** The last line that starts at or before the offset, found by halving. */
  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#lineStarts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}

/** All files that a resolution read. Spans name a file by its index here. */
export class SourceMap {
  readonly #files: SourceFile[] = [];

  get files(): readonly SourceFile[] {
    return this.#files;
  }

  add(source: SourceText): SourceFile {
    const file = new SourceFile(this.#files.length, source);
    this.#files.push(file);
    return file;
  }

  /**
   * @throws RangeError when no file has the index, which means that the span came from another source map.
   */
  file(index: number): SourceFile {
    const file = this.#files[index];
    if (file === undefined) throw new RangeError(`no file ${index} in this source map`);
    return file;
  }

  /** Where a span starts. */
  location(span: Span): SourceLocation {
    return this.file(span.file).location(span.start);
  }
}

function lineStarts(text: string): number[] {
  const starts = [text.startsWith('\ufeff') ? 1 : 0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
