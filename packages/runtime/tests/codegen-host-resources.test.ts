/** Resources of the host, called by what a generator writes for them. */
import { describe, expect, it } from '@jest/globals';
import { Bucket } from './buckets.js';
import { call, dispose, errorOf, trapOf } from './components.js';
import { openBuckets, type Buckets, type I } from './emitted-buckets.js';

function open(i: Partial<I> = {}, maxHandles?: number): Buckets {
  return openBuckets({ Bucket, empty: () => undefined, find: () => undefined, ...i }, maxHandles).buckets;
}

describe('a class of the host', () => {
  it('implements a resource: constructor, methods and static functions', () => {
    const buckets = open();
    expect(buckets.size(buckets.new_(5))).toBe(5);
    expect(buckets.size(buckets.largest())).toBe(1000);
  });

  it('keeps its objects, which come back as they are', () => {
    const bucket = new Bucket(5);
    expect(open().pass(bucket)).toBe(bucket);
  });

  it('can have subclasses, with methods of their own', () => {
    class Double extends Bucket {
      override sizeInL(): number {
        return this.size * 2;
      }
    }
    expect(open().weigh(new Double(5))).toBe(10);
    const doubles = open({ Bucket: Double });
    expect(doubles.size(doubles.largest())).toBe(2000);
    expect(errorOf(() => doubles.weigh(new Bucket(5)))).toBe(
      'TypeError: weigh: bucket: this is not a Double',
    );
  });

  it('gives its objects to functions that take them over', () => {
    const emptied: unknown[] = [];
    const buckets = open({ empty: (bucket) => void emptied.push(bucket) });
    const bucket = new Bucket(5);
    buckets.empty(buckets.keep(bucket));
    expect(emptied).toEqual([bucket]);
    expect(trapOf(() => buckets.empty(1)).code).toBe('unknown-handle');
  });

  it('lends its objects for the time of a call', () => {
    const buckets = open();
    const bucket = new Bucket(5);
    for (let i = 0; i < 3; i++) expect(buckets.weigh(bucket)).toBe(5);
    // No handle is left in the table of the guest.
    expect(buckets.keep(bucket)).toBe(1);
  });

  it('is disposed of when the guest drops it', () => {
    const ended: number[] = [];
    class Ending extends Bucket {}
    Object.defineProperty(Ending.prototype, dispose, {
      value(this: Bucket) {
        ended.push(this.size);
      },
    });
    const buckets = open({ Bucket: Ending });
    buckets.drop(buckets.new_(5));
    expect(ended).toEqual([5]);
  });

  it('is a trap with a result of another class', () => {
    class Wrong extends Bucket {
      static override largest(): Bucket {
        return Object.create(null) as Bucket;
      }
    }
    const trap = trapOf(() => open({ Bucket: Wrong }).largest());
    expect(trap.message).toBe('host error: TypeError: bucket.largest: result: this is not a Wrong');
    expect(trap.cause).toBeInstanceOf(TypeError);
  });

  it.each([5, null, undefined, {}, { size: 5 }])('has no objects like %p', (value) => {
    const buckets = open();
    expect(errorOf(() => Reflect.apply(buckets.weigh, undefined, [value]))).toBe(
      'TypeError: weigh: bucket: this is not a Bucket',
    );
    expect(errorOf(() => Reflect.apply(buckets.pass, undefined, [value]))).toBe(
      'TypeError: pass: bucket: this is not a Bucket',
    );
  });
});

describe('a handle that is borrowed', () => {
  it('must be dropped before the call returns', () => {
    const { buckets, instance } = openBuckets({ Bucket, empty: () => undefined, find: () => undefined });
    const trap = trapOf(() => buckets.keepBorrowed(new Bucket(5)));
    expect(trap).toMatchObject({
      code: 'borrow-not-dropped',
      message: 'borrow handles still remain at the end of the call',
    });
    expect(trapOf(() => call(instance, 'new', 1)).cause).toBe(trap);
  });

  it('cannot be dropped while it is lent to the host', () => {
    const seen: string[] = [];
    const bound: { buckets?: Buckets } = {};
    class Dropping extends Bucket {
      override sizeInL(): number {
        seen.push(errorOf(() => bound.buckets?.drop(1)));
        return 1;
      }
    }
    const buckets = open({ Bucket: Dropping });
    bound.buckets = buckets;
    expect(buckets.weigh(new Dropping(5))).toBe(1);
    expect(seen).toEqual(['Trap: cannot enter component instance']);
    // It is lent no more.
    const index = buckets.keep(new Dropping(6));
    expect(buckets.size(index)).toBe(1);
    buckets.drop(index);
  });

  it('is lent no more when the host throws, and the instance stays closed', () => {
    class Throwing extends Bucket {
      override sizeInL(): number {
        throw new RangeError('too large');
      }
    }
    const buckets = open({ Bucket: Throwing });
    const trap = trapOf(() => buckets.weigh(new Throwing(5)));
    expect(trap.message).toBe('host error: RangeError: too large');
    expect(trapOf(() => buckets.weigh(new Throwing(5))).cause).toBe(trap);
  });
});

describe('the table of the guest', () => {
  it('bounds what the host gives it', () => {
    const buckets = open({}, 2);
    expect([buckets.new_(1), buckets.largest()]).toEqual([1, 2]);
    expect(trapOf(() => buckets.new_(3)).code).toBe('handle-table-full');
  });
});
