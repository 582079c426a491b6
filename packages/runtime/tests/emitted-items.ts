/**
 * A component whose values go through memory, and what a generator writes for it: for the functions that it exports, and
 * for those that it imports.
 */
import {
  allocate,
  checkExports,
  defineImports,
  elementAt,
  enumOf,
  func,
  Guest,
  instance,
  instantiatePre,
  invalidDiscriminant,
  isList,
  isListString,
  isNone,
  isObject,
  isString,
  isU32,
  lengthOf,
  liftEnum,
  liftString,
  liftU32,
  Linker,
  list,
  loadListString,
  loadSome,
  loadString,
  loadU32,
  loadU8,
  lowerString,
  option,
  record,
  result,
  storeListString,
  storeString,
  storeU32,
  storeU8,
  string,
  u32,
  unwrap,
  variant,
  world,
  type GuestOptions,
  type ImportOptions,
  type Instance,
  type LiftedFunction,
  type LiftLowerContext,
  type LoweredFunction,
  type Lowerings,
  type Result,
} from '@wit-bindgen-ts/runtime/codegen/v1';
import type { InstantiateOptions } from '@wit-bindgen-ts/runtime';
import { compileText } from './components.js';

/**
 * `find` gives an item with the length of the name as its number, the name, and no tags; for an empty name the `err` of the
 * host's `fetch`, or that there is none. `count` adds the numbers of items. `say` tells the host.
 *
 * @param core - functions of the core module `$m` in place of those that it has: `(func (export "…") …)`
 */
export function itemsText(core: Readonly<Record<string, string>> = {}): string {
  const funcs = { ...coreFuncs, ...core };
  return `(component
    (import "log" (instance $log
      (type $level' (enum "debug" "info" "error"))
      (export "level" (type $level (eq $level')))
      (type $item' (record (field "id" u32) (field "name" string) (field "tags" (list string)) (field "note" (option string))))
      (export "item" (type $item (eq $item')))
      (export "write" (func (param "level" $level) (param "message" string)))
      (export "fetch" (func (param "name" string) (result (result $item (error string)))))))
    (core module $Libc
      (memory (export "mem") 1)
      (global $next (mut i32) (i32.const 1024))
      (global $posts (export "posts") (mut i32) (i32.const 0))
      (global $posted (export "posted") (mut i32) (i32.const 0))
      (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
        (local $at i32)
        (local.set $at (i32.and
          (i32.add (global.get $next) (i32.sub (local.get $align) (i32.const 1)))
          (i32.sub (i32.const 0) (local.get $align))))
        (global.set $next (i32.add (local.get $at) (local.get $size)))
        (memory.copy (local.get $at) (local.get $old) (local.get $old-size))
        (local.get $at)))
    (core instance $libc (instantiate $Libc))
    (alias core export $libc "mem" (core memory $mem))
    (core func $write (canon lower (func $log "write") (memory $mem)))
    (core func $fetch (canon lower (func $log "fetch") (memory $mem) (realloc (func $libc "realloc"))))
    (core module $M
      (import "libc" "mem" (memory 1))
      (import "libc" "posts" (global $posts (mut i32)))
      (import "libc" "posted" (global $posted (mut i32)))
      (import "libc" "realloc" (func $realloc (param i32 i32 i32 i32) (result i32)))
      (import "log" "write" (func $write (param i32 i32 i32)))
      (import "log" "fetch" (func $fetch (param i32 i32 i32)))
      ${Object.values(funcs).join('\n')})
    (core instance $m (instantiate $M
      (with "libc" (instance $libc))
      (with "log" (instance (export "write" (func $write)) (export "fetch" (func $fetch))))))
    (alias export $log "item" (type $item))
    (type $find-error' (variant (case "not-found") (case "other" string)))
    (export $find-error "find-error" (type $find-error'))
    (func (export "find") (param "name" string) (result (result $item (error $find-error)))
      (canon lift (core func $m "find") (memory $mem) (realloc (func $m "realloc")) (post-return (func $m "post"))))
    (func (export "count") (param "items" (list $item)) (result u32)
      (canon lift (core func $m "count") (memory $mem) (realloc (func $m "realloc"))))
    (func (export "say") (param "level" u32) (param "message" string)
      (canon lift (core func $m "say") (memory $mem) (realloc (func $m "realloc"))))
    (func (export "posts") (result u32) (canon lift (core func $m "posts")))
    (func (export "posted") (result u32) (canon lift (core func $m "posted"))))`;
}

const coreFuncs = {
  realloc: `(func (export "realloc") (param i32 i32 i32 i32) (result i32)
    (call $realloc (local.get 0) (local.get 1) (local.get 2) (local.get 3)))`,
  find: `(func (export "find") (param $name i32) (param $length i32) (result i32)
    (if (i32.eqz (local.get $length)) (then (call $fetch (i32.const 0) (i32.const 0) (i32.const 64)))
      (else
        (i32.store (i32.const 64) (i32.const 0))
        (i32.store (i32.const 68) (local.get $length))
        (i32.store (i32.const 72) (local.get $name))
        (i32.store (i32.const 76) (local.get $length))
        (i64.store (i32.const 80) (i64.const 0))
        (i32.store8 (i32.const 88) (i32.const 0))))
    ;; The errors of the two differ: what is a string to the host is the case \`other\`.
    (if (i32.load8_u (i32.const 64)) (then
      (i32.store (i32.const 76) (i32.load (i32.const 72)))
      (i32.store (i32.const 72) (i32.load (i32.const 68)))
      (i32.store (i32.const 68) (i32.ne (i32.load (i32.const 76)) (i32.const 0)))))
    (i32.const 64))`,
  post: `(func (export "post") (param i32)
    (global.set $posts (i32.add (global.get $posts) (i32.const 1)))
    (global.set $posted (local.get 0)))`,
  count: `(func (export "count") (param $items i32) (param $length i32) (result i32)
    (local $sum i32)
    (block $done (loop $next
      (br_if $done (i32.eqz (local.get $length)))
      (local.set $sum (i32.add (local.get $sum) (i32.load (local.get $items))))
      (local.set $items (i32.add (local.get $items) (i32.const 32)))
      (local.set $length (i32.sub (local.get $length) (i32.const 1)))
      (br $next)))
    (local.get $sum))`,
  say: `(func (export "say") (param i32 i32 i32) (call $write (local.get 0) (local.get 1) (local.get 2)))`,
  posts: `(func (export "posts") (result i32) (global.get $posts))`,
  posted: `(func (export "posted") (result i32) (global.get $posted))`,
};

export type Level = 'debug' | 'info' | 'error';
export const Level = enumOf('debug', 'info', 'error');

export interface Item {
  id: number;
  name: string;
  tags: string[];
  note?: string | undefined;
}
export const Item = record({ id: u32, name: string, tags: list(string), note: option(string) });

function isItem(value: Item): boolean {
  return (
    isObject(value) &&
    isU32(value.id) &&
    isString(value.name) &&
    isListString(value.tags) &&
    (isNone(value.note) || isString(value.note))
  );
}

function loadItem(cx: LiftLowerContext, at: number): Item {
  return {
    id: loadU32(cx, at),
    name: loadString(cx, at + 4),
    tags: loadListString(cx, at + 12),
    note: loadSome(cx, at + 20) ? loadString(cx, at + 24) : undefined,
  };
}

function storeItem(cx: LiftLowerContext, at: number, value: Item): void {
  storeU32(cx, at, value.id);
  storeString(cx, at + 4, value.name);
  storeListString(cx, at + 12, value.tags);
  const { note } = value;
  if (isNone(note)) {
    storeU8(cx, at + 20, 0);
  } else {
    storeU8(cx, at + 20, 1);
    storeString(cx, at + 24, note);
  }
}

export type FindError = { tag: 'not-found' } | { tag: 'other'; val: string };
export const FindError = variant({ 'not-found': null, other: string });

function loadFindError(cx: LiftLowerContext, at: number): FindError {
  switch (loadU8(cx, at)) {
    case 0:
      return { tag: 'not-found' };
    case 1:
      return { tag: 'other', val: loadString(cx, at + 4) };
    default:
      throw invalidDiscriminant();
  }
}

/** What the host provides. */
export interface Log {
  write(level: Level, message: string): void;
  fetch(name: string): Item;
}
export const Log = instance({
  write: func({ level: Level, message: string }),
  fetch: func({ name: string }, result(Item, string)),
});

/** The same, where the host returns what it fails with. */
export interface LogValues {
  write(level: Level, message: string): void;
  fetch(name: string): Result<Item, string>;
}

export const logLowerings: Lowerings<Log> = { write: lowerWrite, fetch: lowerFetch };

function lowerWrite(cx: LoweredFunction, host: Pick<Log, 'write'>) {
  return (level: number, message: number, messageLength: number): void => {
    cx.enter();
    try {
      host.write(liftEnum(Level, level), liftString(cx, message, messageLength));
      cx.leave();
    } catch (thrown) {
      throw cx.fail(thrown);
    }
  };
}

function lowerFetch(cx: LoweredFunction, host: Log) {
  return (name: number, nameLength: number, at: number): void => {
    cx.enter();
    try {
      const name_ = liftString(cx, name, nameLength);
      const result: Result<Item, string> = cx.attempt(() => host.fetch(name_));
      if (!isResultItemString(result)) cx.misfit(result);
      storeResultItemString(cx, cx.pointer(at, 36, 4), result);
      cx.leave();
    } catch (thrown) {
      throw cx.fail(thrown);
    }
  };
}

export const logValueLowerings: Lowerings<LogValues> = { write: lowerWrite, fetch: lowerFetchValue };

function lowerFetchValue(cx: LoweredFunction, host: LogValues) {
  return (name: number, nameLength: number, at: number): void => {
    cx.enter();
    try {
      const result = host.fetch(liftString(cx, name, nameLength));
      if (!isResultItemString(result)) cx.misfit(result);
      storeResultItemString(cx, cx.pointer(at, 36, 4), result);
      cx.leave();
    } catch (thrown) {
      throw cx.fail(thrown);
    }
  };
}

export interface Items {
  find(name: string): Item;
  count(items: ArrayLike<Item>): number;
  say(level: number, message: string): void;
  posts(): number;
  posted(): number;
}

export type ItemValues = Omit<Items, 'find'> & { find(name: string): Result<Item, FindError> };

export const itemsWorld = world({
  imports: { log: Log },
  exports: {
    find: func({ name: string }, result(Item, FindError)),
    count: func({ items: list(Item) }, u32),
    say: func({ level: u32, message: string }),
    posts: func({}, u32),
    posted: func({}, u32),
  },
});

function liftFind(cx: LiftedFunction<Items['find'], (name: number, nameLength: number) => number>) {
  return (name: string): Item => {
    if (!isString(name)) return cx.call(name);
    let result: Result<Item, FindError>;
    cx.enter();
    try {
      const pointer = cx.core(lowerString(cx, name), cx.length);
      result = loadResultItemFindError(cx, cx.result(pointer, 36, 4));
      cx.leave(pointer);
    } catch (thrown) {
      throw cx.fail(thrown);
    }
    return unwrap(result);
  };
}

function liftFindValue(
  cx: LiftedFunction<ItemValues['find'], (name: number, nameLength: number) => number>,
): ItemValues['find'] {
  return (name) => {
    if (!isString(name)) return cx.call(name);
    let result: Result<Item, FindError>;
    cx.enter();
    try {
      const pointer = cx.core(lowerString(cx, name), cx.length);
      result = loadResultItemFindError(cx, cx.result(pointer, 36, 4));
      cx.leave(pointer);
    } catch (thrown) {
      throw cx.fail(thrown);
    }
    return result;
  };
}

function liftCount(
  cx: LiftedFunction<Items['count'], (items: number, itemsLength: number) => number>,
): Items['count'] {
  return (items) => {
    if (!isListItem(items)) return cx.call(items);
    let result: number;
    cx.enter();
    try {
      const core = cx.core(lowerListItem(cx, items), cx.length);
      result = liftU32(core);
      cx.leave(core);
    } catch (thrown) {
      throw cx.fail(thrown);
    }
    return result;
  };
}

function liftSay(
  cx: LiftedFunction<Items['say'], (level: number, message: number, messageLength: number) => void>,
): Items['say'] {
  return (level, message) => {
    if (!(isU32(level) && isString(message))) return cx.call(level, message);
    cx.enter();
    try {
      cx.core(level, lowerString(cx, message), cx.length);
      cx.leave();
    } catch (thrown) {
      throw cx.fail(thrown);
    }
  };
}

function liftPosts(cx: LiftedFunction<Items['posts'], () => number>): Items['posts'] {
  return () => {
    let result: number;
    cx.enter();
    try {
      const core = cx.core();
      result = liftU32(core);
      cx.leave(core);
    } catch (thrown) {
      throw cx.fail(thrown);
    }
    return result;
  };
}

function isListItem(value: ArrayLike<Item>): boolean {
  if (!isList(value, 32)) return false;
  for (let i = 0; i < value.length; i++) if (!isItem(elementAt(value, i))) return false;
  return true;
}

function lowerListItem(cx: LiftLowerContext, value: ArrayLike<Item>): number {
  const length = lengthOf(value, 32);
  const pointer = allocate(cx, length * 32, 4);
  for (let i = 0; i < length; i++) storeItem(cx, pointer + i * 32, elementAt(value, i));
  cx.length = length;
  return pointer;
}

function isResultItemString(value: Result<Item, string>): boolean {
  if (!isObject(value)) return false;
  switch (value.tag) {
    case 'ok':
      return isItem(value.val);
    case 'err':
      return isString(value.val);
    default:
      return false;
  }
}

function storeResultItemString(cx: LiftLowerContext, at: number, value: Result<Item, string>): void {
  switch (value.tag) {
    case 'ok':
      storeU8(cx, at, 0);
      storeItem(cx, at + 4, value.val);
      break;
    case 'err':
      storeU8(cx, at, 1);
      storeString(cx, at + 4, value.val);
      break;
  }
}

function loadResultItemFindError(cx: LiftLowerContext, at: number): Result<Item, FindError> {
  switch (loadU8(cx, at)) {
    case 0:
      return { tag: 'ok', val: loadItem(cx, at + 4) };
    case 1:
      return { tag: 'err', val: loadFindError(cx, at + 4) };
    default:
      throw invalidDiscriminant();
  }
}

/** How an instance is made here. */
export interface Opening {
  readonly core?: Readonly<Record<string, string>>;
  readonly limits?: InstantiateOptions;
  readonly imports?: ImportOptions;
}

const silent: Log = {
  write: () => undefined,
  fetch: () => {
    throw new Error('there is nothing to fetch');
  },
};

/** An instance, linked with the lowerings of generated code. */
export function openItems(log: Partial<Log> = {}, opening: Opening = {}): Instance {
  return openWith({ ...silent, ...log }, logLowerings, opening);
}

/** As `openItems`, for an object that is to be provided as it is. */
export function openItemsOf(log: Log): Instance {
  return openWith(log, logLowerings, {});
}

/** As `openItems`, for a host that returns what it fails with. */
export function openItemsOfValues(log: LogValues, opening: Opening = {}): Instance {
  return openWith(log, logValueLowerings, { ...opening, imports: { results: 'value' } });
}

/** As `openItems`, without lowerings. */
export function openDynamic(log: object = {}, opening: Opening = {}): Instance {
  return openWith({ ...silent, ...log }, {}, opening);
}

function openWith(log: object, lowerings: Lowerings<never>, { core, limits, imports }: Opening): Instance {
  const linker = new Linker();
  defineImports(linker, itemsWorld, { log }, { log: lowerings }, imports);
  return instantiatePre(linker, compileText(itemsText(core)), itemsWorld).instantiateSync(limits);
}

/** The exports, bound by generated code. */
export function bindItems(of: Instance): Items {
  const at = checkExports(of.instancePre.component, itemsWorld);
  const guest = new Guest(of);
  return {
    find: guest.lift(at.index('find'), liftFind),
    count: guest.lift(at.index('count'), liftCount),
    say: guest.lift(at.index('say'), liftSay),
    posts: guest.lift(at.index('posts'), liftPosts),
    posted: guest.lift(at.index('posted'), liftPosts),
  };
}

/** `find`, with its `result` as a value; bound by generated code, or not. */
export function bindFindValue(
  of: Instance,
  options: GuestOptions = { results: 'value' },
): Record<'emitted' | 'dynamic', ItemValues['find']> {
  const at = checkExports(of.instancePre.component, itemsWorld).index('find');
  const guest = new Guest(of, options);
  return { emitted: guest.lift(at, liftFindValue), dynamic: guest.func(at) };
}
