import type { Func } from '../call/func.js';
import type { GuestHandle } from '../call/guest-handle.js';
import type { HandlePresentation } from '../call/instance-handles.js';
import {
  handleOf,
  present,
  prototypeOf,
  ResourceHandle,
  unpresented,
  type ResourceClass,
} from '../call/resource-handle.js';
import { pascalCase } from '../names/case.js';
import { memberNames } from '../names/member-names.js';
import type { ExportEntry } from '../plan/plan.js';
import type { ResourceType } from '../types/val-type.js';
import type { Instance } from './instance.js';

/** A class of a resource, and the function that makes an object of it, once it is known. */
interface MadeClass {
  readonly cls: ResourceClass;
  construct: Func | undefined;
}

/** The exports of an instance as JavaScript sees them without generated code: made from its types alone. */
export class DynamicExports implements HandlePresentation {
  readonly #instance: Instance;
  readonly #classes = new Map<ResourceType, MadeClass>();
  #exports: Record<string, unknown> | undefined;

  constructor(instance: Instance) {
    this.#instance = instance;
  }

  get exports(): Record<string, unknown> {
    this.#exports ??= this.#object(null);
    return this.#exports;
  }

  readonly handleOf = handleOf;

  present(handle: GuestHandle): object {
    // This makes the classes. A resource that is not exported has none of its own.
    this.#exports ??= this.#object(null);
    return present(this.#classes.get(handle.resource)?.cls ?? ResourceHandle, handle);
  }

  /** The exports of the component, or of the instance at a place in the plan. */
  #object(parent: number | null): Record<string, unknown> {
    const { component } = this.#instance.instancePre;
    const siblings = component.exportPlaces(parent);
    const names = memberNames(
      [...siblings].map(([name, place]) => [name, kindOf(component.plan.exports[place])]),
    );
    const members = [...siblings].flatMap(([name, place]) => {
      const entry = component.plan.exports[place];
      return entry === undefined || name.startsWith('[') ? [] : this.#member(entry, place, siblings, names);
    });
    return Object.fromEntries(members);
  }

  #member(
    entry: ExportEntry,
    place: number,
    siblings: ReadonlyMap<string, number>,
    names: ReadonlyMap<string, string>,
  ): [string, unknown][] {
    const { name } = entry;
    const key = names.get(name) ?? name;
    switch (entry.kind) {
      case 'func':
      case 'imported-func': {
        const func = this.#func(place);
        return func === undefined ? [] : [[key, callerOf(func)]];
      }
      case 'instance':
        return [[name, this.#object(place)]];
      case 'module':
        return [[name, this.#instance.state.module(entry.module)]];
      case 'resource':
        return [[key, this.#class(name, entry.resource, siblings, names)]];
      default:
        return [];
    }
  }

  /** A resource that is exported in several places has one class, with what each of them adds to it. */
  #class(
    name: string,
    resource: number,
    siblings: ReadonlyMap<string, number>,
    names: ReadonlyMap<string, string>,
  ): ResourceClass {
    const type = this.#instance.state.resources[resource];
    if (type?.host !== undefined) return type.host;
    const existing = type && this.#classes.get(type);
    const made = existing ?? newClass(name);
    if (type !== undefined) this.#classes.set(type, made);
    this.#addMembers(made, name, siblings, names);
    return made.cls;
  }

  #addMembers(
    made: MadeClass,
    name: string,
    siblings: ReadonlyMap<string, number>,
    names: ReadonlyMap<string, string>,
  ): void {
    const { cls } = made;
    const constructorPlace = siblings.get(`[constructor]${name}`);
    if (constructorPlace !== undefined) made.construct ??= this.#construct(constructorPlace);
    for (const [sibling, place] of siblings) {
      const [, kind] = /^\[(method|static)\]/.exec(sibling) ?? [];
      const key = names.get(sibling) ?? sibling;
      const func = sibling.startsWith(`[${kind}]${name}.`) ? this.#func(place) : undefined;
      if (func === undefined) continue;
      if (kind === 'static') define(cls, key, callerOf(func));
      else define(prototypeOf(cls), key, methodOf(func));
    }
  }

  /** What makes the handle of a new object: the object is there already. */
  #construct(place: number): Func | undefined {
    const func = this.#func(place);
    return func?.type.result?.kind === 'own' ? this.#instance.makeFunc(place, unpresented) : func;
  }

  #func(place: number): Func | undefined {
    return this.#instance.makeFunc(place, this);
  }
}

function newClass(name: string): MadeClass {
  const cls = class extends ResourceHandle {
    constructor(...args: unknown[]) {
      if (made.construct === undefined) throw new TypeError(`${name} has no constructor`);
      super(made.construct.call(...args) as object);
    }
  };
  define(cls, 'name', pascalCase(name));
  const made: MadeClass = { cls, construct: undefined };
  return made;
}

function callerOf(func: Func): (...args: unknown[]) => unknown {
  return (...args) => func.call(...args);
}

function methodOf(func: Func): (this: unknown, ...args: unknown[]) => unknown {
  return function (...args) {
    return func.call(this, ...args);
  };
}

function define(object: object, key: string, value: unknown): void {
  Reflect.defineProperty(object, key, { value, configurable: true, writable: true });
}

function kindOf(entry: ExportEntry | undefined): string {
  return entry?.kind === 'imported-func' ? 'func' : (entry?.kind ?? '');
}
