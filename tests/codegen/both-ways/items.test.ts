import { describe, expect, it } from '@jest/globals';
import { ComponentError, Trap } from '@wit-bindgen-ts/runtime';
import { Chain } from '../../../snapshots/both-directions/chain.js';
import { ConnectionsWorld } from '../../../snapshots/constructors/connections-world.js';
import { Replica } from '../../../snapshots/implements/replica.js';
import { Relay } from '../../../snapshots/inline-both-directions/relay.js';
import { ResultsWorld } from '../../../snapshots/results/results-world.js';
import { Clocks } from '../../../snapshots/versions-both-directions/clocks.js';
import { passingComponent } from './world-guests.js';

describe('an interface on both sides', () => {
  it('is called by the host, and calls the host', async () => {
    const chain = await Chain.instantiate(await passingComponent('both-directions'), {
      'codegen:both-directions/filter@1.0.0': {
        apply: (pixels) => pixels.map(({ red, green, blue }) => ({ red: blue, green, blue: red })),
      },
    });
    expect(chain.filter.apply([{ red: 1, green: 2, blue: 3 }])).toEqual([{ red: 3, green: 2, blue: 1 }]);
  });
});

describe('an inline interface', () => {
  it('is called by its name in the world, on either side', async () => {
    const started: string[] = [];
    const relay = await Relay.instantiate(await passingComponent('inline-both-directions'), {
      control: {
        start({ id, title }) {
          started.push(title);
          return id === 0 ? 'idle' : 'busy';
        },
      },
    });
    expect([relay.control.start({ id: 0, title: 'a' }), relay.control.start({ id: 1, title: 'b' })]).toEqual([
      'idle',
      'busy',
    ]);
    expect(started).toEqual(['a', 'b']);
  });
});

describe('two versions of an interface', () => {
  it('are kept apart on either side', async () => {
    const clocks = await Clocks.instantiate(await passingComponent('versions-both-directions'), {
      'test:clock/clock@1.0.0': { now: () => ({ seconds: 1n }) },
      'test:clock/clock@2.1.0': { now: (zone) => ({ seconds: 2n, nanoseconds: zone.length }) },
    });
    expect(clocks.clock.now()).toEqual({ seconds: 1n });
    expect(clocks.clock_2_1_0.now('UTC')).toEqual({ seconds: 2n, nanoseconds: 3 });
  });
});

describe('an interface under several names', () => {
  it('is implemented once for each, by functions and classes of its own', async () => {
    const made: string[] = [];
    const store = (label: string) => ({
      Bucket: class {
        readonly #name: string;

        constructor(name: string) {
          this.#name = name;
          made.push(`${label}: ${name}`);
        }

        keys(): string[] {
          return [`${label}/${this.#name}`];
        }
      },
      get(key: string): string {
        if (key === '') throw new ComponentError({ tag: 'denied', val: label });
        return `${key} of ${label}`;
      },
    });
    const replica = await Replica.instantiate(await passingComponent('implements'), {
      primary: store('primary'),
      backup: store('backup'),
    });
    expect([replica.primary.get('a'), replica.backup.get('a')]).toEqual(['a of primary', 'a of backup']);
    expect(errorOf(() => replica.backup.get(''))).toEqual(
      new ComponentError({ tag: 'denied', val: 'backup' }),
    );
    expect(new replica.primary.Bucket('x').keys()).toEqual(['primary/x']);
    expect(new replica.backup.Bucket('y').keys()).toEqual(['backup/y']);
    expect(made).toEqual(['primary: x', 'backup: y']);
    expect(replica.primary.Bucket).not.toBe(replica.backup.Bucket);
  });
});

describe('a function with a result', () => {
  it('returns and throws on either side', async () => {
    const results = await ResultsWorld.instantiate(await passingComponent('results'), {
      'codegen:results/files': {
        read(path) {
          if (path === '') throw new ComponentError('access');
          return [1, 2, path.length];
        },
        remove(path) {
          if (path !== '') throw new ComponentError({ tag: 'message', val: path });
        },
        size(path) {
          if (path === '') throw new ComponentError(undefined);
          return 7n;
        },
        flush() {
          throw new ComponentError(undefined);
        },
        readAll: (paths) =>
          paths.map((path) =>
            path === '' ? { tag: 'err', val: 'no-entry' } : { tag: 'ok', val: new Uint8Array(path.length) },
          ),
        report: (outcome) => (outcome.tag === 'ok' ? { tag: 'err', val: 'access' } : { tag: 'ok', val: 1 }),
        count: () => 3,
        counts: (earlier) => [earlier, { tag: 'err', val: 'no-entry' }],
      },
      'codegen:results/reader': {
        read() {
          throw new ComponentError('no-entry');
        },
      },
    });
    const { files, reader } = results;
    expect(files.read('abc')).toEqual(Uint8Array.of(1, 2, 3));
    expect(errorOf(() => files.read(''))).toEqual(new ComponentError('access'));
    expect(files.remove('')).toBeUndefined();
    expect(errorOf(() => files.remove('x'))).toEqual(new ComponentError({ tag: 'message', val: 'x' }));
    expect(files.size('x')).toBe(7n);
    expect(errorOf(() => files.size(''))).toEqual(new ComponentError(undefined));
    expect(errorOf(() => files.flush())).toEqual(new ComponentError(undefined));
    expect(files.readAll(['', 'ab'])).toEqual([
      { tag: 'err', val: 'no-entry' },
      { tag: 'ok', val: new Uint8Array(2) },
    ]);
    expect(files.report({ tag: 'ok', val: 'x' }, { tag: 'ok' })).toEqual({ tag: 'err', val: 'access' });
    expect(files.count()).toBe(3);
    expect(files.counts({ tag: 'ok', val: 1 })).toEqual([
      { tag: 'ok', val: 1 },
      { tag: 'err', val: 'no-entry' },
    ]);
    expect(errorOf(() => reader.read())).toEqual(new ComponentError('no-entry'));
  });

  it('traps where the host throws anything else, and the instance is broken', async () => {
    const failing = (): never => {
      throw new RangeError('no');
    };
    const files = { read: failing, remove: failing, size: failing, flush: failing };
    const others = { readAll: failing, report: failing, count: failing, counts: failing };
    const results = await ResultsWorld.instantiate(await passingComponent('results'), {
      'codegen:results/files': { ...files, ...others },
      'codegen:results/reader': { read: failing },
    });
    const error = errorOf(() => results.files.flush());
    expect(error).toBeInstanceOf(Trap);
    expect(error).toMatchObject({ message: 'host error: RangeError: no' });
    expect(() => results.files.flush()).toThrow('cannot enter component instance');
  });
});

describe('a constructor', () => {
  class Connection {
    readonly #host: string;

    constructor(host: string) {
      if (host === '') throw new ComponentError('unknown-host');
      this.#host = host;
    }

    static open(hosts: string[]): Connection {
      return new Connection(hosts[0] ?? '');
    }

    static loopback(): Connection {
      return new Connection('localhost');
    }

    host(): string {
      return this.#host;
    }
  }

  class Counter {
    #count = 0;

    next(): number {
      return ++this.#count;
    }
  }

  class Window {
    readonly #title: string;

    constructor(title: string, left: number, top: number, width: number, height: number, colors: number[]) {
      this.#title = `${title} ${[left, top, width, height, ...colors].join(' ')}`;
    }

    title(): string {
      return this.#title;
    }
  }

  it('makes an object, or throws what it fails with', async () => {
    const { connections } = await ConnectionsWorld.instantiate(await passingComponent('constructors'), {
      'codegen:constructors/connections': { Connection, Counter, Window },
    });
    const connection = new connections.Connection('example.org');
    expect(connection).toBeInstanceOf(connections.Connection);
    expect(connection.host()).toBe('example.org');
    expect(errorOf(() => new connections.Connection(''))).toEqual(new ComponentError('unknown-host'));
    const [one, other] = [new connections.Counter(), new connections.Counter()];
    expect([one.next(), one.next(), other.next()]).toEqual([1, 2, 1]);
    const window = new connections.Window('w', 1, 2, 3, 4, [1, 2, 3, 4, 5, 6, 7, 8, 9], 'icon');
    expect(window.title()).toBe('w 1 2 3 4 1 2 3 4 5 6 7 8 9');
  });
});

function errorOf(call: () => unknown): unknown {
  try {
    call();
  } catch (thrown) {
    return thrown;
  }
  return undefined;
}
