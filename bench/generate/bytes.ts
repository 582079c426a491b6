import { gzipSync } from 'node:zlib';

/** What a text weighs. */
export interface Bytes {
  readonly raw: number;
  readonly gzip: number;
}

export interface OurBytes {
  /** The files that are committed, all together. */
  readonly typescript: Bytes;
  /** The same compiled, bundled and minified, without what it imports from the runtime. */
  readonly javascript: Bytes;
  /** With what it imports from `codegen/v1`. */
  readonly withRuntime: Bytes;
}

export interface JcoBytes {
  /** The declarations that `jco types` writes, all together. */
  readonly types: Bytes;
  /** What `jco transpile` makes of a component, without the core modules. */
  readonly javascript: Bytes;
  /** The same minified. */
  readonly minified: Bytes;
}

/** Null where there are no bindings. */
export interface WorldBytes {
  readonly world: string;
  readonly ours: OurBytes | null;
  readonly jco: Readonly<Record<keyof JcoBytes, Bytes | null>>;
}

/** What a program has of the runtime whatever its worlds are, minified. */
export interface RuntimeBytes {
  /** All of `codegen/v1`. */
  readonly codegen: Bytes;
  /** `codegen/v1` and `Component`, which decodes and validates components. */
  readonly compiling: Bytes;
  /** `codegen/v1` and what loads a component that was compiled before. */
  readonly precompiled: Bytes;
}

/** What is kept in bytes.json and shown in docs/bytes.md. */
export interface BytesTable {
  readonly runtime: RuntimeBytes;
  readonly worlds: readonly WorldBytes[];
}

export function bytesOf(text: string): Bytes {
  return { raw: Buffer.byteLength(text), gzip: gzipSync(text, { level: 9 }).length };
}
