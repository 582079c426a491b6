import { describe, expect, it } from '@jest/globals';
import type {
  ComponentDefinition,
  Definition,
  ExternName,
  FuncTypeDefinition,
} from '../src/binary/definitions.js';
import { validate } from '../src/validate/validate.js';
import { featuresWith, problemIn } from './validate-text.js';

// What writes components from text writes values in an older form than the standard's, so that these are put together here.

const named = (name: string): ExternName => ({ name, attributes: [] });

type Unplaced<T> = T extends unknown ? Omit<T, 'offset'> : never;

function component(...definitions: readonly Unplaced<Definition>[]): ComponentDefinition {
  return {
    offset: 0,
    size: 100,
    definitions: definitions.map((definition, i) => ({ ...definition, offset: i })),
  };
}

function problemOfValues(...definitions: readonly Unplaced<Definition>[]): string {
  return problemIn(() => validate(component(...definitions), featuresWith(['values'])));
}

const importValue: Unplaced<Definition> = {
  kind: 'import',
  import: { name: named('v'), type: { sort: 'value', bound: { kind: 'type', type: 'u32' } } },
};

const exportValue = (name: string, index: number): Unplaced<Definition> => ({
  kind: 'export',
  name: named(name),
  item: { sort: 'value', index },
  type: undefined,
});

const start = (args: readonly number[], results: number): Unplaced<Definition> => ({
  kind: 'start',
  func: 0,
  args,
  results,
});

function importFunc(func: Omit<FuncTypeDefinition, 'kind' | 'async'>): Unplaced<Definition>[] {
  return [
    { kind: 'type', type: { kind: 'func', async: false, ...func } },
    { kind: 'import', import: { name: named('f'), type: { sort: 'func', type: 0 } } },
  ];
}

describe('a value', () => {
  it('needs its feature', () => {
    expect(problemIn(() => validate(component(importValue), featuresWith([])))).toBe(
      'gated-feature: a value that is imported, exported or defined needs a feature that is off: `CompileOptions.features.values` turns it on',
    );
  });

  it('is used exactly once', () => {
    expect(problemOfValues(importValue, exportValue('a', 0))).toBe('valid');
    expect(problemOfValues(importValue)).toBe('value-unused: value 0 is never used');
    expect(problemOfValues(importValue, exportValue('a', 0), exportValue('b', 0))).toBe(
      'value-used-twice: value 0 is used a second time',
    );
  });

  it('that is exported has been used by that', () => {
    expect(problemOfValues(importValue, exportValue('a', 0), exportValue('b', 1))).toBe(
      'value-used-twice: value 1 is used a second time',
    );
  });

  it('cannot hold a borrow handle where it is exported', () => {
    const resource: Unplaced<Definition> = {
      kind: 'import',
      import: { name: named('r'), type: { sort: 'type', bound: { kind: 'sub-resource' } } },
    };
    const borrow: Unplaced<Definition> = { kind: 'type', type: { kind: 'borrow', resource: 0 } };
    const value: Unplaced<Definition> = {
      kind: 'import',
      import: { name: named('v'), type: { sort: 'value', bound: { kind: 'type', type: 1 } } },
    };
    expect(problemOfValues(resource, borrow, value, exportValue('a', 0))).toBe(
      'borrow-result: an exported value holds a borrow handle',
    );
  });

  it('is passed to a component of an instantiation', () => {
    const inner = component(importValue, exportValue('w', 0));
    const instantiate = (index: number): Unplaced<Definition> => ({
      kind: 'instance',
      expression: {
        kind: 'instantiate',
        component: 0,
        args: [{ name: 'v', item: { sort: 'value', index } }],
      },
    });
    const nested: Unplaced<Definition> = { kind: 'component', component: inner };
    const alias: Unplaced<Definition> = {
      kind: 'alias',
      alias: { kind: 'export', sort: 'value', instance: 0, name: 'w' },
    };
    expect(problemOfValues(importValue, nested, instantiate(0), alias, exportValue('a', 1))).toBe('valid');
    expect(problemOfValues(importValue, nested, instantiate(0), alias)).toBe(
      'value-unused: value 1 is never used',
    );
  });
});

describe('a start function', () => {
  const func = importFunc({ params: [{ name: 'x', type: 'u32' }], result: 'string' });

  it('takes values and gives one', () => {
    expect(problemOfValues(...func, importValue, start([0], 1), exportValue('a', 1))).toBe('valid');
    expect(problemOfValues(...func, importValue, start([0], 1))).toBe('value-unused: value 1 is never used');
  });

  it('is given as many as it has parameters', () => {
    expect(problemOfValues(...func, importValue, start([], 1))).toBe(
      'start-signature: the start function has 1 parameters and 1 results, but 0 and 1 are given',
    );
    expect(problemOfValues(...func, importValue, start([0], 0))).toBe(
      'start-signature: the start function has 1 parameters and 1 results, but 1 and 0 are given',
    );
  });

  it('is given what its parameters are', () => {
    const takesString = importFunc({ params: [{ name: 'x', type: 'string' }], result: undefined });
    expect(problemOfValues(...takesString, importValue, start([0], 0))).toBe(
      'start-signature: value 0 does not fit the parameter `x` of the start function: expected string, found u32',
    );
  });

  it('is started once', () => {
    const nothing = importFunc({ params: [], result: undefined });
    expect(problemOfValues(...nothing, start([], 0), start([], 0))).toBe(
      'start-twice: a component has two start functions',
    );
  });
});
