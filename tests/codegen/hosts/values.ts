/** Hosts that pass and take values of every kind. */
import { ComponentError } from '@wit-bindgen-ts/runtime';
import type { FlagsWorld } from '../../../snapshots/flags/flags-world.js';
import type { IndexWorld } from '../../../snapshots/maps/index-world.js';
import type { SignalsWorld, SignalsWorldImports } from '../../../snapshots/numeric-lists/signals-world.js';
import type { OptionsWorld, OptionsWorldImports } from '../../../snapshots/options/options-world.js';
import type { RecordsWorld } from '../../../snapshots/records/records-world.js';
import type { Errno } from '../../../snapshots/results/imports/codegen-results/files.js';
import type { ResultsWorldImports } from '../../../snapshots/results/results-world.js';
import type { ShapesWorld } from '../../../snapshots/variants/shapes-world.js';

export function records({ records }: RecordsWorld): number {
  const home = { longitude: 13.4, latitude: 52.5 };
  const nearest = records.nearest(home, [home]);
  return records.length({ name: 'home', start: nearest ?? home, stops: [] });
}

export function variants({ shapes }: ShapesWorld): string {
  const painted = shapes.paint([{ tag: 'point' }, { tag: 'circle', val: 2 }], 'red');
  const sizes = painted.map((shape) => {
    switch (shape.tag) {
      case 'point':
        return 0;
      case 'circle':
        return shape.val;
      case 'rectangle':
        return shape.val.width * shape.val.height;
      case 'polygon':
        return shape.val.length;
    }
  });
  // @ts-expect-error: there is no such colour.
  shapes.paint([], 'purple');
  // @ts-expect-error: a circle has a radius.
  shapes.area({ tag: 'circle' });
  return sizes.join();
}

export function flags({ access }: FlagsWorld): boolean {
  const permissions = access.check({ read: true, write: false }, { name: 'a', permissions: {} });
  return permissions.isExecutable ?? false;
}

export function options({ search }: OptionsWorld): string | undefined {
  const query = search.find('tea') ?? search.find('tea', 3) ?? search.find('tea', undefined, 'en');
  const replaced = search.replace(undefined, 'new');
  if (replaced.tag === 'some') return replaced.val;
  search.all([undefined, { text: 'tea', owner: { tag: 'none' } }]);
  return query?.language;
}

/** What a host implements may spell an option either way. */
export const optionsImports: OptionsWorldImports = {
  'codegen:options/search': {
    find: (text: string, limit: number | undefined) => ({
      text,
      limit,
      owner: { tag: 'some', val: undefined },
    }),
    replace: (old) => (old === undefined ? { tag: 'none' } : { tag: 'some', val: old }),
    all: (queries) => queries.map((query) => query?.limit),
    deep() {},
  },
};

export const resultsImports: ResultsWorldImports = {
  'codegen:results/files': {
    read(path) {
      if (path === '') throw new ComponentError<Errno>('no-entry');
      return [1, 2, 3];
    },
    remove() {},
    size: () => 3n,
    flush() {},
    readAll: (paths) =>
      paths.map((path) =>
        path === '' ? { tag: 'err', val: 'no-entry' } : { tag: 'ok', val: new Uint8Array(1) },
      ),
    report: (outcome) => (outcome.tag === 'ok' ? { tag: 'ok', val: outcome.val.length } : outcome),
    count: () => 1,
    counts: (earlier) => [earlier],
  },
  'codegen:results/reader': { read: () => 1 },
};

export function numericLists({ signals }: SignalsWorld): number {
  const bytes: Uint8Array = signals.bytes([1, 2, 3]);
  const [width = 0] = signals.rows([bytes, [4, 5]]).map((row) => row.length);
  const floats: Float64Array = signals.floats(new Float32Array([0.5]));
  const long: BigUint64Array = signals.long([1n, -1n]);
  // @ts-expect-error: numbers are no bigints.
  signals.long([1]);
  const [red, green, blue] = signals.fixed([1, 0, 0, 1], ['a', 'b'], new Array<number>(32).fill(0));
  return width + floats.length + long.length + red + green + blue + (signals.optional() ?? []).length;
}

/** What a host is passed are typed arrays. */
export const signalsImports: Pick<
  SignalsWorldImports['codegen:numeric-lists/signals'],
  'bytes' | 'rows' | 'optional'
> = {
  bytes: (values) => values.subarray(1),
  rows: (image) => image.map((row) => [...row].reverse()),
  optional: (values) => values?.map((value) => value + 1),
};

export function maps({ index }: IndexWorld): number {
  const counts: Map<string, number> = index.count(['a', 'b']);
  const page = index.lookup(new Map([[1, { title: 'one', headers: new Map([['a', ['b']]]) }]]), 1);
  return (counts.get('a') ?? 0) + (page?.headers.size ?? 0) + index.bytes(new Map([['a', [1, 2]]])).size;
}
