import type { Case, Field, Func, Label, Stability, TypeDef, WorldItem } from '@wit-bindgen-ts/wit-parser';
import { interfaceKey, formatItemName } from '@wit-bindgen-ts/wit-parser';
import type { Draft, InterfaceDraft, PackageDraft, WorldDraft } from './draft.js';

/**
 * Adds what the section `package-docs` says: a byte for the version of its form, then JSON. Documentation is no reason to
 * refuse a component: what does not fit is left out.
 */
export function addPackageDocs(draft: Draft, main: PackageDraft, section: Uint8Array): void {
  const docs = parseSection(section);
  const text = textOf(docs['docs']);
  if (text !== undefined) main.docs = text;
  for (const [name, each] of entriesOf(docs['interfaces'])) {
    const found = draft.interfaces[main.interfaces.get(name) ?? -1];
    if (found !== undefined) addToInterface(draft, found, each);
  }
  for (const [name, each] of entriesOf(docs['worlds'])) {
    const found = draft.worlds[main.worlds.get(name) ?? -1];
    if (found !== undefined) addToWorld(draft, found, each);
  }
}

type Data = Readonly<Record<string, unknown>>;

function parseSection(section: Uint8Array): Data {
  const [version] = section;
  if (version !== 0 && version !== 1) return {};
  try {
    return dataOf(JSON.parse(new TextDecoder().decode(section.subarray(1))));
  } catch {
    return {};
  }
}

function addToInterface(draft: Draft, found: InterfaceDraft, data: Data): void {
  addPrelude(found, data);
  for (const [name, each] of entriesOf(data['types'])) addToType(draft, found.types.get(name), each);
  for (const [name, each] of Object.entries(dataOf(data['funcs']))) {
    const func = found.functions.get(name);
    if (func !== undefined) found.functions.set(name, withPrelude(func, each));
  }
}

function addToWorld(draft: Draft, world: WorldDraft, data: Data): void {
  addPrelude(world, data);
  for (const [name, each] of entriesOf(data['types'])) {
    const item = world.imports.get(name);
    if (item?.kind === 'type') addToType(draft, item.id, each);
  }
  for (const direction of ['imports', 'exports'] as const) {
    const items = world[direction];
    const funcs =
      direction === 'imports'
        ? data['funcs']
        : { ...exportsOf(world, data['funcs']), ...dataOf(data['func_exports']) };
    for (const [name, each] of Object.entries(dataOf(funcs))) {
      const item = items.get(name);
      if (item?.kind === 'function') items.set(name, { ...item, function: withPrelude(item.function, each) });
    }
    addToInlineInterfaces(draft, world, direction, data);
    addToNamedInterfaces(draft, world, direction, data);
  }
}

/** In the first version of the form, exports stood among the imports, if no import had the name. */
function exportsOf({ imports }: WorldDraft, data: unknown): Data {
  return Object.fromEntries(Object.entries(dataOf(data)).filter(([name]) => !imports.has(name)));
}

type Direction = 'imports' | 'exports';

function addToInlineInterfaces(draft: Draft, world: WorldDraft, direction: Direction, data: Data): void {
  const own =
    direction === 'imports'
      ? data['interfaces']
      : { ...exportsOf(world, data['interfaces']), ...dataOf(data['interface_exports']) };
  for (const [name, each] of entriesOf(own)) {
    const item = world[direction].get(name);
    const found = item?.kind === 'interface' ? draft.interfaces[item.id] : undefined;
    if (item?.kind !== 'interface' || found === undefined) continue;
    addToInterface(draft, found, each);
    const stability = stabilityOf(each['stability']);
    if (stability !== undefined) world[direction].set(name, { ...item, stability });
  }
}

function addToNamedInterfaces(draft: Draft, world: WorldDraft, direction: Direction, data: Data): void {
  const one = direction === 'imports' ? 'import' : 'export';
  const gates = dataOf(data[`interface_${one}_stability`]);
  const docs = dataOf(data[`interface_${one}_docs`]);
  for (const [key, item] of world[direction]) {
    if (item.kind !== 'interface') continue;
    const name = itemName(draft, key, item);
    const stability = stabilityOf(gates[name]);
    const text = textOf(docs[name]);
    world[direction].set(key, {
      ...item,
      ...(stability !== undefined && { stability }),
      ...(text !== undefined && { docs: text }),
    });
  }
}

function itemName(
  { interfaces }: Draft,
  key: string,
  { id }: Extract<WorldItem, { kind: 'interface' }>,
): string {
  const found = interfaces[id];
  return key === interfaceKey(id) && found?.name !== undefined
    ? formatItemName(found.package.name, found.name)
    : key;
}

function addToType({ types }: Draft, id: number | undefined, data: Data): void {
  const type = id === undefined ? undefined : types[id];
  if (id === undefined || type === undefined) return;
  types[id] = withPrelude({ ...type, kind: withMemberDocs(type.kind, dataOf(data['items'])) }, data);
}

function withMemberDocs(kind: TypeDef['kind'], items: Data): TypeDef['kind'] {
  const documented = <Member extends Label | Field | Case>(member: Member): Member => {
    const docs = textOf(items[member.name]);
    return docs === undefined ? member : { ...member, docs };
  };
  switch (kind.kind) {
    case 'record':
      return { ...kind, fields: kind.fields.map(documented) };
    case 'variant':
      return { ...kind, cases: kind.cases.map(documented) };
    case 'flags':
      return { ...kind, flags: kind.flags.map(documented) };
    case 'enum':
      return { ...kind, cases: kind.cases.map(documented) };
    default:
      return kind;
  }
}

function addPrelude(found: InterfaceDraft | WorldDraft, data: Data): void {
  const { docs, stability } = preludeOf(data);
  if (docs !== undefined) found.docs = docs;
  if (stability !== undefined) found.stability = stability;
}

function withPrelude<Item extends Func | TypeDef>(item: Item, data: unknown): Item {
  return { ...item, ...preludeOf(data) };
}

/** In the first version of the form, a function had its text alone. */
function preludeOf(data: unknown): { readonly docs?: string; readonly stability?: Stability } {
  const docs = textOf(data) ?? textOf(dataOf(data)['docs']);
  const stability = stabilityOf(dataOf(data)['stability']);
  return { ...(docs !== undefined && { docs }), ...(stability !== undefined && { stability }) };
}

function stabilityOf(data: unknown): Stability | undefined {
  const { stable, unstable } = dataOf(data);
  const { since, feature, deprecated } = { ...dataOf(stable), ...dataOf(unstable) } as Data;
  const end = textOf(deprecated);
  const rest = end !== undefined && { deprecated: end };
  if (typeof since === 'string') return { kind: 'stable', since, ...rest };
  if (typeof feature === 'string') return { kind: 'unstable', feature, ...rest };
  return undefined;
}

function entriesOf(data: unknown): [string, Data][] {
  return Object.entries(dataOf(data)).map(([name, each]) => [name, dataOf(each)]);
}

function dataOf(data: unknown): Data {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

/** Without what WIT cannot have even in comments. */
function textOf(data: unknown): string | undefined {
  return typeof data === 'string' ? data.replace(forbidden, '\ufffd') : undefined;
}

/** Control characters, and what turns the direction of writing around. */
const forbidden = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
