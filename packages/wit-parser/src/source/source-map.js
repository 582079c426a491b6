/** A file of the source map, with a table of where its lines start. */
export class SourceFile {
  path;
  text;
  /** The file's index in its source map: the `file` of every span in it. */
  index;
  #lineStarts;
  constructor(index, source) {
    this.index = index;
    this.path = source.path;
    this.text = source.text;
    this.#lineStarts = lineStarts(source.text);
  }
  get lineCount() {
    return this.#lineStarts.length;
  }
  /** The text of a line, counted from 1, without its line ending. */
  lineText(line) {
    const start = this.#lineStarts[line - 1] ?? this.text.length;
    const end = this.#lineStarts[line] ?? this.text.length;
    return this.text.slice(start, end).replace(/\r?\n$/, '');
  }
  location(offset) {
    const line = this.#lineAt(offset);
    const column = offset - (this.#lineStarts[line - 1] ?? 0) + 1;
    return { path: this.path, line, column };
  }
  /** The last line that starts at or before the offset, found by halving. */
  #lineAt(offset) {
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
  #files = [];
  get files() {
    return this.#files;
  }
  add(source) {
    const file = new SourceFile(this.#files.length, source);
    this.#files.push(file);
    return file;
  }
  /**
   * @throws RangeError when no file has the index, which means that the span came from another source map.
   */
  file(index) {
    const file = this.#files[index];
    if (file === undefined) throw new RangeError(`no file ${index} in this source map`);
    return file;
  }
  /** Where a span starts. */
  location(span) {
    return this.file(span.file).location(span.start);
  }
}
function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
//# sourceMappingURL=source-map.js.map
