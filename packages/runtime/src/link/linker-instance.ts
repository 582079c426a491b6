import { hostResourceType, type HostFunction, type HostResource } from '../call/host-items.js';
import { LinkError } from '../errors/link-error.js';
import { camelCase } from '../names/case.js';
import { NameMap } from '../names/name-map.js';
import type { ComponentItem, InstanceType } from '../types/item-type.js';
import { checkClass, checkFunction, checkModule, checkName, checkProvider } from './arguments.js';
import {
  plainBinding,
  type ComponentProvider,
  type Definition,
  type FunctionBinding,
  type ProvidedObject,
} from './definition.js';
import { aKind } from './describe-item.js';
import { nearestHint } from './hints.js';
import { memberDefinition } from './host-members.js';
import { describeMember, memberHint } from './member-hints.js';

/** An object that provides imports; see `Linker.define`. */
export type ImportObject = Readonly<Record<string, unknown>>;

/** A definition by name, and how many objects were provided before it. */
interface NamedDefinition {
  readonly definition: Definition;
  readonly objectsBefore: number;
}

const unbound = (): FunctionBinding => plainBinding;

/** The names that an instance of the host's provides to components, or that the host provides at the root. */
export class LinkerInstance {
  readonly #path: string;
  readonly #allowShadowing: boolean;
  readonly #definitions = new NameMap<NamedDefinition>();
  readonly #objects: ProvidedObject[] = [];

  /** @internal */
  constructor(path: string, allowShadowing: boolean) {
    this.#path = path;
    this.#allowShadowing = allowShadowing;
  }

  /**
   * Defines a function by its name in WIT: `write`, `[method]cart.add`.
   *
   * @throws {LinkError} if the name is defined already and shadowing is not allowed.
   * @throws {TypeError} here and in what follows, if this is something else than it has to be.
   */
  func(name: string, func: (...args: never[]) => unknown): this {
    checkFunction(name, func);
    const called: HostFunction = (...args) => Reflect.apply(func, undefined, args);
    return this.#define(name, { kind: 'func', func: called, type: undefined, binding: plainBinding });
  }

  /** Defines a resource by the class whose objects it consists of. */
  resource(name: string, type: HostResource): this {
    checkClass(name, type);
    return this.#define(name, { kind: 'resource', resource: hostResourceType(type), type: undefined });
  }

  /** Defines a core module. */
  module(name: string, module: WebAssembly.Module): this {
    checkModule(name, module);
    return this.#define(name, { kind: 'module', module });
  }

  /**
   * Lets the exports of another component satisfy an import, resources included: no value passes through the host.
   *
   * An import of an instance gets the instance that the component exports by that name, or by that of a compatible
   * version; if it exports none, what it exports at its root. Of an `InstancePre`, or a `Component` that imports nothing, a
   * new instance is made with each instance of the component that imports it; names that are given the same one share
   * that instance. An `Instance` is shared by all.
   *
   * An import of a component gets the component itself, to instantiate it: an `InstancePre` with the imports that it was
   * linked with.
   */
  component(name: string, provider: ComponentProvider): this {
    checkProvider(name, provider);
    return this.#define(name, { kind: 'component', provider });
  }

  /** The instance by this name, to define more in it; makes it if it is new. */
  instance(name: string): LinkerInstance {
    checkName(name);
    const existing = this.#definitions.getExact(name)?.definition;
    if (existing?.kind === 'instance') return existing.instance;
    const instance = new LinkerInstance(this.#where(name), this.#allowShadowing);
    this.#define(name, { kind: 'instance', instance });
    return instance;
  }

  /**
   * @internal Provides the members of an object: functions by their camelCase name, classes by the PascalCase name of
   *   their resource.
   */
  provide(members: object, type?: InstanceType, bindingOf: ProvidedObject['bindingOf'] = unbound): void {
    const taken = this.#allowShadowing ? undefined : this.#takenName(members);
    if (taken !== undefined) throw this.#definedTwice(taken);
    this.#objects.push({ members, type, bindingOf });
  }

  /** @internal What a name of a component stands for. What was defined last comes first. */
  lookup(name: string): Definition | undefined {
    const named = this.#definitions.get(name);
    for (const object of this.#objects.slice(named?.objectsBefore ?? 0).toReversed()) {
      const member = memberDefinition(object, name);
      if (member !== undefined) return member;
    }
    if (named !== undefined) return named.definition;
    // In an import object, an interface that is written in place in a world may have a camelCase key.
    const inline = this.#definitions.getExact(camelCase(name))?.definition;
    return inline?.kind === 'instance' ? inline : undefined;
  }

  /** @internal What is there by a name, in words, if it is not of the kind that is asked for. */
  given(name: string, kind: ComponentItem['kind']): string | undefined {
    const named = this.#definitions.get(name)?.definition;
    if (named !== undefined) return aKind(named);
    const members = this.#objects.map((object) => describeMember(object.members, name, kind));
    return members.findLast((description) => description !== undefined);
  }

  /** @internal What is nearly there by a name, for the end of a message. */
  hint(name: string, kind: ComponentItem['kind']): string {
    const hint = nearestHint(name, this.#definitions.keys());
    if (hint !== '') return hint;
    const members = this.#objects.map((object) => memberHint(object.members, name, kind));
    return members.findLast((found) => found !== '') ?? '';
  }

  /** A name of what an object provides that is defined already. An instance can be opened again, so its name is free. */
  #takenName(members: object): string | undefined {
    const provided = { members, type: undefined, bindingOf: unbound };
    return (
      Object.keys(members)
        .filter((key) => typeof Reflect.get(members, key) === 'function')
        .find((key) => this.#objects.some((object) => Object.hasOwn(object.members, key))) ??
      [...this.#definitions.keys()].find((name) => memberDefinition(provided, name) !== undefined)
    );
  }

  #define(name: string, definition: Definition): this {
    checkName(name);
    if (!this.#allowShadowing && this.#isTaken(name)) throw this.#definedTwice(name);
    this.#definitions.set(name, { definition, objectsBefore: this.#objects.length });
    return this;
  }

  #isTaken(name: string): boolean {
    if (this.#definitions.getExact(name) !== undefined) return true;
    return this.#objects.some((object) => memberDefinition(object, name) !== undefined);
  }

  #definedTwice(name: string): LinkError {
    return new LinkError([
      { code: 'defined-twice', where: this.#where(name), message: 'this is defined already' },
    ]);
  }

  #where(name: string): string {
    return this.#path === '' ? name : `${this.#path}#${name}`;
  }
}
