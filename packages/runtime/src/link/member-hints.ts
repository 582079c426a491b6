/** What a host's object has, where what is asked for is not there. */
import { camelCase, pascalCase } from '../names/case.js';
import type { ComponentItem } from '../types/item-type.js';
import { nearestHint } from './hints.js';
import { isClass, isObject, memberOf } from './host-members.js';

/** Where a member is looked for. */
interface MemberPlace {
  readonly owner: object;
  readonly key: string;
}

/** What a class has by itself. */
const ownOfEveryClass = ['length', 'name', 'prototype'];

/** What stands where a member of a kind is looked for, in words: `a string`. */
export function describeMember(
  members: object,
  name: string,
  kind: ComponentItem['kind'],
): string | undefined {
  const { owner, key } = placeOf(members, name, kind);
  const value = memberOf(owner, key);
  // What should be a class and is none has a problem of its own, where the resource is asked for.
  if (name.startsWith('[') && owner === members) return undefined;
  if (value === undefined || (typeof owner === 'function' && ownOfEveryClass.includes(key))) return undefined;
  if (value === null) return 'null';
  if (typeof value !== 'function') return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
  return kind === 'resource' ? 'a function that is no class' : 'a function';
}

/** What is nearly the member that is looked for. */
export function memberHint(members: object, name: string, kind: ComponentItem['kind']): string {
  const { owner, key } = placeOf(members, name, kind);
  const keys = keysOf(owner);
  if (key !== name && keys.includes(name)) return `; there is ${name}, which has to be called ${key}`;
  return nearestHint(key, keys);
}

function placeOf(members: object, name: string, kind: ComponentItem['kind']): MemberPlace {
  const [, annotation, resource = '', member = ''] =
    /^\[(constructor|method|static)\]([^.]+)(?:\.(.+))?$/.exec(name) ?? [];
  if (annotation === undefined) return { owner: members, key: spelling(name, kind) };
  const cls = memberOf(members, pascalCase(resource));
  if (annotation === 'constructor' || !isClass(cls)) return { owner: members, key: pascalCase(resource) };
  const prototype: unknown = cls.prototype;
  return { owner: annotation === 'method' && isObject(prototype) ? prototype : cls, key: camelCase(member) };
}

function spelling(name: string, kind: ComponentItem['kind']): string {
  if (kind === 'func') return camelCase(name);
  return kind === 'resource' ? pascalCase(name) : name;
}

/** The names of what someone wrote: of an object, its class and the classes above that. */
function keysOf(object: object): string[] {
  const keys: string[] = [];
  let at: object | null = object;
  while (at !== null && at !== Object.prototype && at !== Function.prototype) {
    keys.push(...Object.getOwnPropertyNames(at));
    at = Reflect.getPrototypeOf(at);
  }
  const written = typeof object === 'function' ? keys.filter((key) => !ownOfEveryClass.includes(key)) : keys;
  return written.filter((key) => memberOf(object, key) !== undefined);
}
