/** The exports of the core module of `guest/guest.wat`. */
export interface Core extends EchoedRanges, PostReturns {
  readonly memory: WebAssembly.Memory;
  readonly cabi_realloc: (old: number, oldSize: number, alignment: number, size: number) => number;
  readonly 'bench:calls/values#add-u32': (a: number, b: number) => number;
  readonly 'bench:calls/values#add-u64': (a: bigint, b: bigint) => bigint;
  readonly 'bench:calls/values#echo-mixed': (
    id: number,
    name: number,
    nameLength: number,
    price: number,
    count: number,
    active: number,
    initial: number,
    total: bigint,
    color: number,
  ) => number;
  readonly 'bench:calls/values#echo-vector': (x: number, y: number) => number;
  readonly 'bench:calls/values#echo-shape': (discriminant: number, value: number) => number;
  readonly 'bench:calls/values#echo-option': (discriminant: number, value: number) => number;
  readonly 'bench:calls/values#echo-result': (discriminant: number, value: number) => number;
  readonly 'bench:calls/values#echo-tuple': (first: number, second: number, third: number) => number;
  readonly 'bench:calls/values#echo-permissions': (bits: number) => number;
  readonly 'bench:calls/callbacks#call-add': (times: number) => number;
  readonly 'bench:calls/callbacks#call-take': (times: number) => void;
  readonly 'bench:calls/callbacks#call-give': (times: number) => number;
  readonly 'bench:calls/counters#[constructor]counter': (start: number) => number;
  readonly 'bench:calls/counters#[method]counter.add': (counter: number, n: number) => number;
  readonly 'bench:calls/counters#[dtor]counter': (counter: number) => void;
}

type Range = 'string' | 'bytes' | 'numbers' | 'strings' | 'items' | 'shapes';

type EchoedRanges = {
  readonly [R in Range as `bench:calls/values#echo-${R}`]: (pointer: number, length: number) => number;
};

type PostReturns = {
  readonly [R in Range | 'mixed' as `cabi_post_bench:calls/values#echo-${R}`]: (result: number) => void;
};
