import { camelCase, pascalCase } from '../names/case.js';
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
  const func = memberFunction(members, name);
  if (func !== undefined) {
    const funcType = expected?.kind === 'func' ? expected : undefined;
    return { kind: 'func', func, type: funcType, binding: bindingOf(name) };
  }
  const cls = memberOf(members, pascalCase(name));
  if (name.startsWith('[') || !isClass(cls)) return undefined;
  return {
    kind: 'resource',
    resource: hostResourceType(cls),
    type: expected?.kind === 'resource' ? expected : undefined,
  };
}

function memberFunction(members: object, name: string): HostFunction | undefined {
  const annotated = /^\[(constructor|method|static)\]([^.]+)(?:\.(.+))?$/.exec(name);
  if (annotated === null) return ownFunction(members, camelCase(name));
  const [, kind, resource = '', member = ''] = annotated;
  const cls = memberOf(members, pascalCase(resource));
  if (!isClass(cls)) return undefined;
  switch (kind) {
    case 'constructor':
      return (...args) => Reflect.construct(cls, args);
    case 'static':
      return ownFunction(cls, camelCase(member));
    default:
      return methodOf(cls, camelCase(member));
  }
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
