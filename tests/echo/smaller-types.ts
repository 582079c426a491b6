import type { ValType } from '@wit-bindgen-ts/runtime';
import { givesBack, partsOf, type EchoFunction } from './echo-world.js';

const simplest: ValType = { kind: 'u8' };

/** Functions that are a little simpler, those that leave most away first. */
export function* smallerFunctions(func: EchoFunction): Generator<EchoFunction> {
  const { name, params, result } = func;
  if (result !== undefined) {
    yield { name, params };
    yield { name, params: [], result };
  }
  for (const fewer of fewerOf(params, 0)) yield { ...func, params: fewer };
  for (const [index, param] of params.entries()) {
    for (const type of smallerTypes(param.type)) {
      const changed = { ...func, params: params.with(index, { ...param, type }) };
      yield givesBack(func) ? { ...changed, result: type } : changed;
    }
  }
  if (result === undefined || givesBack(func)) return;
  for (const type of smallerTypes(result)) yield { ...func, result: type };
}

function* smallerTypes(type: ValType): Generator<ValType> {
  if (type.kind === 'u8') return;
  yield simplest;
  yield* partsOf(type);
  switch (type.kind) {
    case 'record':
      for (const fields of fewerOf(type.fields)) yield { ...type, fields };
      for (const fields of simplerOf(type.fields, simplerMember)) yield { ...type, fields };
      break;
    case 'variant':
      for (const cases of fewerOf(type.cases)) yield { ...type, cases };
      for (const cases of simplerOf(type.cases, simplerCase)) yield { ...type, cases };
      break;
    case 'enum':
    case 'flags':
      for (const names of fewerOf(type.names)) yield { ...type, names };
      break;
    case 'tuple':
      for (const types of fewerOf(type.types)) yield { ...type, types };
      for (const types of simplerOf(type.types, smallerTypes)) yield { ...type, types };
      break;
    case 'list':
      if (type.length !== undefined && type.length > 1) yield { ...type, length: 1 };
      if (type.length !== undefined) yield { kind: 'list', element: type.element };
      for (const element of smallerTypes(type.element)) yield { ...type, element };
      break;
    case 'map':
      for (const value of smallerTypes(type.value)) yield { ...type, value };
      break;
    case 'option':
      for (const some of smallerTypes(type.some)) yield { ...type, some };
      break;
    case 'result':
      yield* smallerResults(type);
  }
}

function* smallerResults({ ok, err }: Extract<ValType, { kind: 'result' }>): Generator<ValType> {
  const withOk = ok === undefined ? {} : { ok };
  const withErr = err === undefined ? {} : { err };
  if (ok !== undefined) {
    yield { kind: 'result', ...withErr };
    for (const smaller of smallerTypes(ok)) yield { kind: 'result', ok: smaller, ...withErr };
  }
  if (err !== undefined) {
    yield { kind: 'result', ...withOk };
    for (const smaller of smallerTypes(err)) yield { kind: 'result', ...withOk, err: smaller };
  }
}

function* simplerMember<T extends { readonly type: ValType }>(member: T): Generator<T> {
  for (const type of smallerTypes(member.type)) yield { ...member, type };
}

function* simplerCase(one: { readonly name: string; readonly type?: ValType }): Generator<typeof one> {
  if (one.type === undefined) return;
  yield { name: one.name };
  for (const type of smallerTypes(one.type)) yield { name: one.name, type };
}

/** Halves of a list, and all of it but one. */
function* fewerOf<T>(members: readonly T[], least = 1): Generator<readonly T[]> {
  if (members.length <= least) return;
  const half = members.length >> 1;
  if (half > least && half > 1) {
    yield members.slice(0, half);
    yield members.slice(half);
  }
  for (const index of members.keys()) yield members.toSpliced(index, 1);
}

/** The list with one of its members in a simpler form. */
function* simplerOf<T>(members: readonly T[], simpler: (member: T) => Iterable<T>): Generator<readonly T[]> {
  for (const [index, member] of members.entries()) {
    for (const other of simpler(member)) yield members.with(index, other);
  }
}
