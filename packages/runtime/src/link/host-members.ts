import { camelCase, pascalCase } from '../names/case.js';
import { memberNames, otherName } from '../names/member-names.js';
import type { InstanceType } from '../types/item-type.js';
import type { Definition, ProvidedObject } from './definition.js';
import { hostResourceType, type HostFunction, type HostResource } from '../call/host-items.js';

/**
 * Finds the member of a host's object that implements a name of the component: `write` for `write`, `new Cart()` for
 * `[constructor]cart`, `Cart.prototype.add` for `[method]cart.add`, `Cart.merge` for `[static]cart.merge`, and the class
 * `Cart` for the resource `cart`.
 */
export function memberDefinition(
  { members, type, bindingOf }: ProvidedObject,
  name: string,
): Definition | undefined {
  const expected = type?.exports.get(name);
  const names = namesOf(type);
  const func = memberFunction(members, name, expected?.kind === 'resource' ? undefined : names);
  if (func !== undefined) {
    const funcType = expected?.kind === 'func' ? expected : undefined;
    return { kind: 'func', func, type: funcType, binding: bindingOf(name) };
  }
  const cls = memberOf(members, names?.get(name) ?? pascalCase(name));
  if (name.startsWith('[') || !isClass(cls)) return undefined;
  return {
    kind: 'resource',
    resource: hostResourceType(cls),
    type: expected?.kind === 'resource' ? expected : undefined,
  };
}

const namesByType = new WeakMap<InstanceType, ReadonlyMap<string, string>>();

/** What generated code calls the members of an object; without generated code, there is no type. */
function namesOf(type: InstanceType | undefined): ReadonlyMap<string, string> | undefined {
  if (type === undefined) return undefined;
  const names =
    namesByType.get(type) ?? memberNames([...type.exports].map(([name, { kind }]) => [name, kind]));
  namesByType.set(type, names);
  return names;
}

function memberFunction(
  members: object,
  name: string,
  names: ReadonlyMap<string, string> | undefined,
): HostFunction | undefined {
  const annotated = /^\[(constructor|method|static)\]([^.]+)(?:\.(.+))?$/.exec(name);
  const key = names?.get(name);
  if (annotated === null) return ownFunction(members, key ?? functionKey(members, name));
  const [, kind, resource = '', member = ''] = annotated;
  const cls = memberOf(members, names?.get(resource) ?? pascalCase(resource));
  if (!isClass(cls)) return undefined;
  switch (kind) {
    case 'constructor':
      return (...args) => Reflect.construct(cls, args);
    case 'static':
      return ownFunction(cls, key ?? functionKey(cls, member));
    default:
      return methodOf(cls, key ?? functionKey(cls.prototype, member));
  }
}

/**
 * What a function is called in an object that nobody knows the type of. `a-1` is that only where there is an `a1` beside it.
 */
function functionKey(owner: unknown, label: string): string {
  const key = camelCase(label);
  if (!isObject(owner) && !isFunction(owner)) return key;
  if (!isFunction(memberOf(owner, key))) return otherName(key) ?? key;
  return label.includes('-') && isFunction(memberOf(owner, label)) ? label : key;
}

function ownFunction(object: object, key: string): HostFunction | undefined {
  const value = memberOf(object, key);
  return isFunction(value) ? (...args) => Reflect.apply(value, object, args) : undefined;
}

/** Methods are looked up in the object that they are called on, so that subclasses can have their own. */
function methodOf(cls: HostResource, key: string): HostFunction | undefined {
  const prototype: unknown = cls.prototype;
  if (!isObject(prototype) || !isFunction(memberOf(prototype, key))) return undefined;
  return (self, ...args) => {
    const method: unknown = isObject(self) ? Reflect.get(self, key) : undefined;
    if (!isFunction(method)) throw new TypeError(`${cls.name}.${key} is not a function`);
    return Reflect.apply(method, self, args);
  };
}

/** A member, unless it is one that objects and functions have by themselves, such as `toString`. */
export function memberOf(object: object, key: string): unknown {
  return key in Function.prototype && isBuiltin(object, key) ? undefined : Reflect.get(object, key);
}

/** Whether nobody wrote this member. Some, such as `arguments`, cannot even be read. */
function isBuiltin(object: object, key: string): boolean {
  let owner: object | null = object;
  while (owner !== null && !Object.hasOwn(owner, key)) owner = Reflect.getPrototypeOf(owner);
  if (owner === null || owner === Object.prototype || owner === Function.prototype) return true;
  // Each prototype leads to its class.
  const value: unknown = key === 'constructor' ? Reflect.get(owner, key) : undefined;
  return isClass(value) && value.prototype === owner;
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}

/** Arrow functions have no prototype, and no objects. */
export function isClass(value: unknown): value is HostResource & (new (...args: unknown[]) => object) {
  return typeof value === 'function' && isObject(Reflect.get(value, 'prototype'));
}
