import { describe, expect, it } from '@jest/globals';
import { Linker } from '@wit-bindgen-ts/runtime';
import {
  borrow,
  defineImports,
  func,
  instance as interfaceOf,
  own,
  resource,
  u32,
  world,
} from '@wit-bindgen-ts/runtime/codegen/v1';
import { Bucket, buckets, openBuckets } from './buckets.js';
import { call, dispose, errorOf, trapOf } from './components.js';

describe('a class of the host', () => {
  it('implements a resource: constructor, methods and static functions', () => {
    const instance = openBuckets(Bucket);
    expect(call(instance, 'size', call(instance, 'new', 5))).toBe(5);
    expect(call(instance, 'size', call(instance, 'largest'))).toBe(1000);
  });

  it('keeps its objects, which come back as they are', () => {
    const bucket = new Bucket(5);
    expect(call(openBuckets(Bucket), 'pass', bucket)).toBe(bucket);
  });

  it('can have subclasses, with methods of their own', () => {
    class Double extends Bucket {
      override sizeInL(): number {
        return this.size * 2;
      }
    }
    const instance = openBuckets(Bucket);
    expect(call(instance, 'size', call(instance, 'keep', new Double(5)))).toBe(10);
    expect(call(openBuckets(Double), 'weigh', new Double(5))).toBe(10);
    const inherited = openBuckets(Double);
    expect(call(inherited, 'size', call(inherited, 'largest'))).toBe(2000);
  });

  it('gives its objects to functions that take them over', () => {
    const emptied: unknown[] = [];
    const instance = openBuckets(Bucket, { empty: (bucket) => void emptied.push(bucket) });
    const bucket = new Bucket(5);
    call(instance, 'empty', call(instance, 'keep', bucket));
    expect(emptied).toEqual([bucket]);
    expect(emptied[0]).toBe(bucket);
  });

  it('lends its objects for the time of a call', () => {
    const bucket = new Bucket(5);
    const instance = openBuckets(Bucket);
    expect(call(instance, 'weigh', bucket)).toBe(5);
    expect(call(instance, 'weigh', bucket)).toBe(5);
  });

  it('can be defined by the names of WIT', () => {
    const linker = new Linker();
    linker
      .instance('i')
      .resource('bucket', Bucket)
      .func('[constructor]bucket', (size: number) => new Bucket(size + 1))
      .func('[method]bucket.size-in-l', (self: Bucket) => self.size)
      .func('[static]bucket.largest', () => new Bucket(1))
      .func('empty', () => undefined)
      .func('find', () => undefined);
    const instance = linker.instantiatePre(buckets).instantiateSync();
    expect(call(instance, 'size', call(instance, 'new', 5))).toBe(6);
  });

  it('can be shared by two guests', () => {
    const [one, other] = [openBuckets(Bucket), openBuckets(Bucket)];
    const bucket = new Bucket(5);
    expect(call(other, 'pass', call(one, 'pass', bucket))).toBe(bucket);
  });

  it('passes what its methods throw', () => {
    class Broken extends Bucket {
      override sizeInL(): number {
        throw new RangeError('too large');
      }
    }
    expect(errorOf(() => call(openBuckets(Bucket), 'weigh', new Broken(5)))).toBe(
      'Trap: host error: RangeError: too large',
    );
  });
});

describe('a value of another class', () => {
  it.each([5, null, undefined, {}, { size: 5 }, new Date()])('is refused as an argument: %p', (value) => {
    const instance = openBuckets(Bucket);
    expect(errorOf(() => call(instance, 'weigh', value))).toBe(
      'TypeError: weigh: bucket: this is not a Bucket',
    );
    expect(errorOf(() => call(instance, 'pass', value))).toBe(
      'TypeError: pass: bucket: this is not a Bucket',
    );
  });

  it('is refused as a result', () => {
    class Wrong extends Bucket {
      static override largest(): Bucket {
        return Object.create(null) as Bucket;
      }
    }
    expect(errorOf(() => call(openBuckets(Wrong), 'largest'))).toBe(
      'Trap: host error: TypeError: bucket.largest: result: this is not a Wrong',
    );
  });

  it('is refused with the name of the resource where the class has none', () => {
    const anonymous = [
      class {
        sizeInL(): number {
          return 1;
        }
        static largest(): object {
          return {};
        }
      },
    ][0];
    if (anonymous === undefined) throw new Error('there is a class');
    expect(errorOf(() => call(openBuckets(anonymous), 'weigh', 5))).toBe(
      'TypeError: weigh: bucket: this is not a bucket',
    );
  });
});

describe('a resource of the host that the guest drops', () => {
  it.each([
    ['the symbol of the engine', dispose],
    ["Symbol.for('dispose')", Symbol.for('dispose')],
  ])('is disposed of by %s, once', (_, symbol) => {
    const ended: number[] = [];
    class Disposable extends Bucket {}
    Object.defineProperty(Disposable.prototype, symbol, {
      value(this: Bucket) {
        ended.push(this.size);
      },
    });
    const instance = openBuckets(Disposable);
    call(instance, 'drop', call(instance, 'new', 5));
    expect(ended).toEqual([5]);
  });

  it('need not have anything to dispose of', () => {
    const instance = openBuckets(Bucket);
    call(instance, 'drop', call(instance, 'new', 5));
    expect(trapOf(() => call(instance, 'drop', 1)).code).toBe('unknown-handle');
  });

  it('is not disposed of when it is given back, or was only borrowed', () => {
    const ended: number[] = [];
    class Disposable extends Bucket {
      [Symbol.for('dispose')](): void {
        ended.push(this.size);
      }
    }
    const instance = openBuckets(Disposable);
    call(instance, 'pass', new Disposable(5));
    call(instance, 'weigh', new Disposable(6));
    call(instance, 'empty', call(instance, 'new', 7));
    expect(ended).toEqual([]);
  });
});

describe('a class defined through generated code', () => {
  const bucket = resource('bucket');
  const members = {
    bucket,
    '[constructor]bucket': func({ size: u32 }, own(bucket)),
    '[method]bucket.size-in-l': func({ self: borrow(bucket) }, u32),
    '[static]bucket.largest': func({}, own(bucket)),
    empty: func({ bucket: own(bucket) }),
  };
  const host = { i: { Bucket, empty: () => undefined, find: () => undefined } };

  it('is checked by identity along the path', () => {
    const linker = new Linker();
    defineImports(linker, world({ imports: { i: interfaceOf(members) }, exports: {} }), host);
    const instance = linker.instantiatePre(buckets).instantiateSync();
    expect(call(instance, 'weigh', new Bucket(5))).toBe(5);
  });

  it('does not fit where functions speak of another resource of that name', () => {
    const other = resource('bucket');
    const linker = new Linker();
    const mixed = interfaceOf({ ...members, empty: func({ bucket: own(other) }) });
    defineImports(linker, world({ imports: { i: mixed }, exports: {} }), host);
    expect(errorOf(() => linker.instantiatePre(buckets))).toMatchInlineSnapshot(`
     "LinkError: cannot link the component: import i#empty: the types differ in resources of the same name
       expected func(bucket: own<bucket>)
       found    func(bucket: own<bucket>)"
    `);
  });
});
