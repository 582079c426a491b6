import type { HandleAccess, LinearMemory, StringEncoding, ValueContext } from '../src/abi/context.js';

export interface ReallocCall {
  readonly old: number;
  readonly oldSize: number;
  readonly alignment: number;
  readonly size: number;
  readonly result: number;
}

const firstFree = 1024;

/** A guest that is nothing but a memory and a realloc, which keeps note of its calls. */
export class FakeGuest implements ValueContext {
  readonly calls: ReallocCall[] = [];
  readonly handles: HandleAccess;
  readonly stringEncoding: StringEncoding;
  length = 0;
  maxTransferBytes = 2 ** 30;
  readonly carriesStrings: boolean;
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  #next = firstFree;

  /** Takes the place of the bump allocator where a test wants a guest that lies. */
  answer: ((call: Omit<ReallocCall, 'result'>) => number) | undefined;
  /** Makes every realloc grow the memory, so that all earlier views are detached. */
  growsAlways = false;

  constructor(
    stringEncoding: StringEncoding = 'utf8',
    handles: HandleAccess = noHandles,
    carriesStrings = false,
  ) {
    this.stringEncoding = stringEncoding;
    this.handles = handles;
    this.carriesStrings = carriesStrings;
  }

  get memory(): LinearMemory {
    const { buffer } = this.#memory;
    return { bytes: new Uint8Array(buffer), data: new DataView(buffer) };
  }

  realloc(old: number, oldSize: number, alignment: number, size: number): number {
    const call = { old, oldSize, alignment, size };
    const result = this.answer === undefined ? this.#bump(call) : this.answer(call);
    this.calls.push({ ...call, result });
    return result;
  }

  /** Each call as `realloc(old, oldSize, alignment, size)`, with pointers counted from the first that was given. */
  get trace(): string[] {
    return this.calls.map(
      ({ old, oldSize, alignment, size }) => `${old && old - firstFree}, ${oldSize}, ${alignment}, ${size}`,
    );
  }

  write(at: number, bytes: Iterable<number>): void {
    this.memory.bytes.set([...bytes], at);
  }

  read(at: number, length: number): number[] {
    return [...this.memory.bytes.subarray(at, at + length)];
  }

  #bump({ old, oldSize, alignment, size }: Omit<ReallocCall, 'result'>): number {
    const pointer = Math.ceil(this.#next / alignment) * alignment;
    this.#next = pointer + size;
    const missing = this.#next - this.#memory.buffer.byteLength;
    const pages = Math.max(this.growsAlways ? 1 : 0, Math.ceil(missing / 65536));
    if (pages > 0) this.#memory.grow(pages);
    this.memory.bytes.copyWithin(pointer, old, old + Math.min(oldSize, size));
    return pointer;
  }
}

const noHandles: HandleAccess = {
  liftOwn: unexpectedHandle,
  liftBorrow: unexpectedHandle,
  lowerOwn: unexpectedHandle,
  lowerBorrow: unexpectedHandle,
  check: unexpectedHandle,
};

function unexpectedHandle(): never {
  throw new Error('this test has no handles');
}
