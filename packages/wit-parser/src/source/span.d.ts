/** A stretch of one source file. `end` is exclusive; both count UTF-16 code units from the start of the file. */
export interface Span {
  /** The file's index in the source map. */
  readonly file: number;
  readonly start: number;
  readonly end: number;
}
//# sourceMappingURL=span.d.ts.map
