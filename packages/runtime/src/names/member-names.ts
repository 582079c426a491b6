import { camelCase, pascalCase } from './case.js';

/** An item of a component or an instance. */
export type NamedItem = readonly [name: string, kind: string];

/** No object with a method `then` can be awaited, and a class has a `prototype` of its own. */
const reserved = { member: ['then'], method: ['then'], static: ['prototype', 'then'] };

/**
 * What JavaScript calls the functions and resources of an instance or a component, by their names in WIT: in camelCase and
 * PascalCase. Of two that would be one then, the later one stays as WIT has it, so that `a-1` is apart from `a1`; it gets an
 * underscore if that would be the same, or if JavaScript has the name for something else. A method is found by its whole
 * name. Other items keep their names.
 *
 * Generated code uses these names, too: see `plan/names/member-names.ts` of the generator.
 */
export function memberNames(items: Iterable<NamedItem>): ReadonlyMap<string, string> {
  const names = new MemberNames();
  const all = [...items];
  for (const [name, kind] of all) if (kind !== 'func' && kind !== 'resource') names.keep(name);
  for (const [name, kind] of all) if (kind === 'resource') names.claim('', name, name, pascalCase(name));
  for (const [name, kind] of all) if (kind === 'func') names.claimFunc(name);
  return names.found;
}

/** A name that JavaScript has for something else, if one is free. */
export function otherName(name: string): string | undefined {
  return reserved.static.includes(name) ? `${name}_` : undefined;
}

class MemberNames {
  readonly found = new Map<string, string>();
  /** By the object or class that has the members. */
  readonly #taken = new Map<string, Set<string>>([['', new Set(reserved.member)]]);

  keep(name: string): void {
    this.found.set(name, name);
    this.#taken.get('')?.add(name);
  }

  claimFunc(name: string): void {
    const [, kind, resource = '', member = ''] = /^\[(method|static)\]([^.]+)\.(.+)$/.exec(name) ?? [];
    if (kind === undefined) this.claim('', name, name, camelCase(name));
    else this.claim(`${kind} ${resource}`, name, member, camelCase(member));
  }

  claim(owner: string, name: string, label: string, spelled: string): void {
    if (label.startsWith('[')) return;
    const taken = this.#takenIn(owner);
    let key = spelled;
    if (taken.has(key) && label.includes('-')) key = label;
    if (taken.has(key)) key = `${spelled}_`;
    for (let number = 2; taken.has(key); number++) key = `${spelled}_${number}`;
    taken.add(key);
    this.found.set(name, key);
  }

  #takenIn(owner: string): Set<string> {
    const existing = this.#taken.get(owner);
    if (existing !== undefined) return existing;
    const taken = new Set(owner.startsWith('static ') ? reserved.static : reserved.method);
    this.#taken.set(owner, taken);
    return taken;
  }
}
