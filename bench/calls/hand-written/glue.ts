import { disposeSymbol } from '../calls.js';
import type { Calls, Counter, Counters, Host } from '../calls.js';
import type { Core } from './core.js';
import { listCalls } from './lists.js';
import { Memory } from './memory.js';
import { scalarCalls } from './scalars.js';
import { Strings } from './strings.js';

/**
 * Instantiates the core module of the guest, with the best glue that we could write for it by hand. It checks nothing
 * that it need not: arguments are taken to be of their types, and a counter's handle is its representation.
 */
export function instantiate(module: WebAssembly.Module, host: Host): Calls {
  const memory = new Memory();
  const strings = new Strings(memory);
  const { exports } = new WebAssembly.Instance(module, importsOf(host, memory, strings));
  const core = exports as WebAssembly.Exports & Core;
  memory.attach(core.memory);
  strings.attach(core.cabi_realloc);
  const callAdd = core['bench:calls/callbacks#call-add'];
  const callGive = core['bench:calls/callbacks#call-give'];
  return {
    values: { ...scalarCalls(core, memory, strings), ...listCalls(core, memory, strings) },
    callbacks: {
      callAdd: (times) => callAdd(times) >>> 0,
      callTake: core['bench:calls/callbacks#call-take'],
      callGive: (times) => callGive(times) >>> 0,
    },
    counters: { Counter: counterClass(core) },
  };
}

function importsOf(host: Host, memory: Memory, strings: Strings): WebAssembly.Imports {
  return {
    'bench:calls/host': {
      add: (a: number, b: number) => host.add(a >>> 0, b >>> 0),
      take: (pointer: number, length: number) => host.take(strings.load(pointer >>> 0, length >>> 0)),
      give(at: number) {
        strings.store(host.give());
        const { data } = memory;
        data.setUint32(at, strings.pointer, true);
        data.setUint32(at + 4, strings.byteLength, true);
      },
    },
    '[export]bench:calls/counters': { '[resource-new]counter': (rep: number) => rep },
  };
}

function counterClass(core: Core): Counters['Counter'] {
  const construct = core['bench:calls/counters#[constructor]counter'];
  const add = core['bench:calls/counters#[method]counter.add'];
  const destroy = core['bench:calls/counters#[dtor]counter'];
  return class implements Counter {
    #rep: number;

    constructor(start: number) {
      this.#rep = construct(start);
    }

    add(n: number): number {
      if (this.#rep === 0) throw new Error('this counter was dropped');
      return add(this.#rep, n) >>> 0;
    }

    [disposeSymbol](): void {
      if (this.#rep === 0) return;
      destroy(this.#rep);
      this.#rep = 0;
    }
  };
}
