/** What `guest/world.wit` exports and imports, as jco and wit-bindgen-ts show it. */
export interface Calls {
  readonly values: Values;
  readonly callbacks: Callbacks;
  readonly counters: Counters;
}

export interface Vector {
  x: number;
  y: number;
}

export interface Item {
  id: number;
  name: string;
  score: number;
}

export const colors = ['red', 'green', 'blue'] as const;

export interface Mixed {
  id: number;
  name: string;
  price: number;
  count: number;
  active: boolean;
  initial: string;
  total: bigint;
  color: (typeof colors)[number];
}

export type Shape = { tag: 'circle'; val: number } | { tag: 'square'; val: number } | { tag: 'empty' };

export type TaggedResult = { tag: 'ok'; val: number } | { tag: 'err'; val: number };

export interface Permissions {
  read?: boolean | undefined;
  write?: boolean | undefined;
  execute?: boolean | undefined;
  create?: boolean | undefined;
  remove?: boolean | undefined;
  share?: boolean | undefined;
  audit?: boolean | undefined;
  admin?: boolean | undefined;
}

export interface Values {
  addU32(a: number, b: number): number;
  addU64(a: bigint, b: bigint): bigint;
  echoString(value: string): string;
  echoBytes(value: Uint8Array): Uint8Array;
  echoNumbers(value: Uint32Array | number[]): Uint32Array;
  echoStrings(value: string[]): string[];
  echoMixed(value: Mixed): Mixed;
  echoVector(value: Vector): Vector;
  echoItems(value: Item[]): Item[];
  echoShape(value: Shape): Shape;
  echoShapes(value: Shape[]): Shape[];
  echoOption(value: number | undefined): number | undefined;
  echoResult(value: TaggedResult): number;
  echoTuple(value: [number, number, boolean]): [number, number, boolean];
  echoPermissions(value: Permissions): Permissions;
}

export interface Callbacks {
  callAdd(times: number): number;
  callTake(times: number): void;
  callGive(times: number): number;
}

export interface Counter {
  add(n: number): number;
  readonly [disposeSymbol]: () => void;
}

export interface Counters {
  readonly Counter: new (start: number) => Counter;
}

const symbols: { readonly dispose?: symbol } = Symbol;

/** Engines without `Symbol.dispose` have this one in its place, for jco and for us. */
export const disposeSymbol: unique symbol = (symbols.dispose ??
  Symbol.for('dispose')) as typeof disposeSymbol;

/** What the guest calls. */
export interface Host {
  add(a: number, b: number): number;
  take(text: string): void;
  give(): string;
}

export interface Contender {
  readonly name: string;
  /** Does what is done once, and gives what makes an instance with all of its exports. */
  link(host: Host): () => Calls;
}
