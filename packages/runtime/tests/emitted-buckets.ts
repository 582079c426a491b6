/** What a generator writes for the guest of `buckets.ts`, which passes around a resource of the host's. */
import {
  borrow,
  checkExports,
  defineImports,
  func,
  Guest,
  instance,
  instantiatePre,
  isBorrow,
  isNone,
  isOwn,
  isU32,
  liftBorrow,
  liftOwn,
  liftU32,
  Linker,
  lowerBorrow,
  lowerOwn,
  option,
  own,
  resource,
  storeU32,
  storeU8,
  u32,
  world,
  type Instance,
  type LiftedFunction,
  type LoweredFunction,
  type Lowerings,
} from '@wit-bindgen-ts/runtime/codegen/v1';
import { buckets } from './buckets.js';

export interface Bucket {
  sizeInL(): number;
}
export const Bucket = resource<Bucket>('bucket');

export interface BucketClass {
  new (size: number): Bucket;
  largest(): Bucket;
}

export interface I {
  readonly Bucket: BucketClass;
  empty(bucket: Bucket): void;
  find(size: number): Bucket | undefined;
}
export const I = instance({
  bucket: Bucket,
  '[constructor]bucket': func({ size: u32 }, own(Bucket)),
  '[method]bucket.size-in-l': func({ self: borrow(Bucket) }, u32),
  '[static]bucket.largest': func({}, own(Bucket)),
  empty: func({ bucket: own(Bucket) }),
  find: func({ size: u32 }, option(own(Bucket))),
});

const iLowerings: Lowerings<I> = {
  '[constructor]bucket': lowerBucketNew,
  '[method]bucket.size-in-l': lowerBucketSizeInL,
  '[static]bucket.largest': lowerBucketLargest,
  empty: lowerEmpty,
  find: lowerFind,
};

function lowerBucketNew(cx: LoweredFunction, host: I) {
  return (size: number): number => {
    cx.enter();
    try {
      const result = new host.Bucket(liftU32(size));
      if (!isOwn(cx, Bucket, result)) cx.misfit(result);
      const core = lowerOwn(cx, Bucket, result);
      cx.leave();
      return core;
    } catch (thrown) {
      throw cx.fail(thrown);
    }
  };
}

function lowerBucketSizeInL(cx: LoweredFunction) {
  return (self: number): number => {
    cx.enter();
    try {
      const result = liftBorrow(cx, Bucket, self).sizeInL();
      if (!isU32(result)) cx.misfit(result);
      cx.leave();
      return result;
    } catch (thrown) {
      throw cx.fail(thrown);
    }
  };
}

function lowerBucketLargest(cx: LoweredFunction, host: I) {
  return (): number => {
    cx.enter();
    try {
      const result = host.Bucket.largest();
      if (!isOwn(cx, Bucket, result)) cx.misfit(result);
      const core = lowerOwn(cx, Bucket, result);
      cx.leave();
      return core;
    } catch (thrown) {
      throw cx.fail(thrown);
    }
  };
}

function lowerEmpty(cx: LoweredFunction, host: I) {
  return (bucket: number): void => {
    cx.enter();
    try {
      host.empty(liftOwn(cx, Bucket, bucket));
      cx.leave();
    } catch (thrown) {
      throw cx.fail(thrown);
    }
  };
}

function lowerFind(cx: LoweredFunction, host: I) {
  return (size: number, at: number): void => {
    cx.enter();
    try {
      const result = host.find(liftU32(size));
      if (!(isNone(result) || isOwn(cx, Bucket, result))) cx.misfit(result);
      const pointer = cx.pointer(at, 8, 4);
      if (isNone(result)) {
        storeU8(cx, pointer, 0);
      } else {
        storeU8(cx, pointer, 1);
        storeU32(cx, pointer + 4, lowerOwn(cx, Bucket, result));
      }
      cx.leave();
    } catch (thrown) {
      throw cx.fail(thrown);
    }
  };
}

export interface Buckets {
  new_(size: number): number;
  largest(): number;
  size(index: number): number;
  empty(index: number): void;
  drop(index: number): void;
  pass(bucket: Bucket): Bucket;
  keep(bucket: Bucket): number;
  weigh(bucket: Bucket): number;
  keepBorrowed(bucket: Bucket): void;
}

const bucketsWorld = world({
  imports: { i: I },
  exports: {
    new: func({ size: u32 }, u32),
    largest: func({}, u32),
    size: func({ index: u32 }, u32),
    empty: func({ index: u32 }),
    drop: func({ index: u32 }),
    pass: func({ bucket: own(Bucket) }, own(Bucket)),
    keep: func({ bucket: own(Bucket) }, u32),
    weigh: func({ bucket: borrow(Bucket) }, u32),
    'keep-borrowed': func({ bucket: borrow(Bucket) }),
  },
});

/** An instance with these implementations, bound by generated code. */
export function openBuckets(i: I, maxHandles = 1000): { instance: Instance; buckets: Buckets } {
  const linker = new Linker();
  defineImports(linker, bucketsWorld, { i }, { i: iLowerings });
  const of = instantiatePre(linker, buckets, bucketsWorld).instantiateSync({ maxHandles });
  return { instance: of, buckets: bindBuckets(of) };
}

function bindBuckets(of: Instance): Buckets {
  const at = checkExports(of.instancePre.component, bucketsWorld);
  const guest = new Guest(of);
  return {
    new_: guest.func(at.index('new')),
    largest: guest.func(at.index('largest')),
    size: guest.func(at.index('size')),
    empty: guest.func(at.index('empty')),
    drop: guest.func(at.index('drop')),
    pass: guest.lift(at.index('pass'), liftPass),
    keep: guest.lift(at.index('keep'), liftKeep),
    weigh: guest.lift(at.index('weigh'), liftWeigh),
    keepBorrowed: guest.lift(at.index('keep-borrowed'), liftKeepBorrowed),
  };
}

function liftPass(cx: LiftedFunction<Buckets['pass'], (bucket: number) => number>): Buckets['pass'] {
  return (bucket) => {
    if (!isOwn(cx, Bucket, bucket)) return cx.call(bucket);
    let result: Bucket;
    cx.enter();
    try {
      const core = cx.core(lowerOwn(cx, Bucket, bucket));
      result = liftOwn(cx, Bucket, core);
      cx.leave(core);
    } catch (thrown) {
      throw cx.fail(thrown);
    }
    return result;
  };
}

function liftKeep(cx: LiftedFunction<Buckets['keep'], (bucket: number) => number>): Buckets['keep'] {
  return (bucket) => {
    if (!isOwn(cx, Bucket, bucket)) return cx.call(bucket);
    let result: number;
    cx.enter();
    try {
      const core = cx.core(lowerOwn(cx, Bucket, bucket));
      result = liftU32(core);
      cx.leave(core);
    } catch (thrown) {
      throw cx.fail(thrown);
    }
    return result;
  };
}

function liftWeigh(cx: LiftedFunction<Buckets['weigh'], (bucket: number) => number>): Buckets['weigh'] {
  return (bucket) => {
    if (!isBorrow(cx, Bucket, bucket)) return cx.call(bucket);
    let result: number;
    cx.enter();
    try {
      const core = cx.core(lowerBorrow(cx, Bucket, bucket));
      result = liftU32(core);
      cx.leave(core);
    } catch (thrown) {
      throw cx.fail(thrown);
    }
    return result;
  };
}

function liftKeepBorrowed(
  cx: LiftedFunction<Buckets['keepBorrowed'], (bucket: number) => void>,
): Buckets['keepBorrowed'] {
  return (bucket) => {
    if (!isBorrow(cx, Bucket, bucket)) return cx.call(bucket);
    cx.enter();
    try {
      cx.core(lowerBorrow(cx, Bucket, bucket));
      cx.leave();
    } catch (thrown) {
      throw cx.fail(thrown);
    }
  };
}
