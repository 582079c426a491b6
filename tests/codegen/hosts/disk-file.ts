/** Classes of a host that are there before any code is generated; what is generated names them as types alone. */

export class DiskFile {
  readonly #path: string;
  readonly #bytes: Uint8Array;

  constructor(path: string, bytes = new Uint8Array(path.length)) {
    this.#path = path;
    this.#bytes = bytes;
  }

  static temporary(): DiskFile {
    return new DiskFile('/tmp/file');
  }

  path(): string {
    return this.#path;
  }

  size(): bigint {
    return BigInt(this.#bytes.length);
  }

  /** No guest sees it. */
  bytes(): Uint8Array {
    return this.#bytes;
  }
}

export class LineCursor {
  readonly #line: number;

  constructor(line: number) {
    this.#line = line;
  }

  line(): number {
    return this.#line;
  }
}
