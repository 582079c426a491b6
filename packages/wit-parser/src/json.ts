import type * as model from './resolve/model.js';
import { formatPackageName } from './resolve/package-name.js';

/** What JSON can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** An object of JSON. Its keys stand in the order in which they are printed. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/**
 * The `Resolve` as plain data, in the shape that `wasm-tools component wit --json` prints: `{ worlds, interfaces, types,
 * packages }`, four arrays whose indices are the ids. It has no places in it, so that two texts that mean the same are
 * equal. `JSON.stringify` makes text of it.
 */
export function toJson(resolve: model.Resolve): JsonObject {
  return {
    worlds: resolve.worlds.map(worldToJson),
    interfaces: resolve.interfaces.map(interfaceToJson),
    types: resolve.types.map(typeDefToJson),
    packages: resolve.packages.map(packageToJson),
  };
}

function packageToJson({ name, docs, interfaces, worlds }: model.Package): JsonObject {
  return {
    name: formatPackageName(name),
    ...documentation(docs),
    interfaces: Object.fromEntries(interfaces),
    worlds: Object.fromEntries(worlds),
  };
}

function worldToJson(world: model.World): JsonObject {
  return {
    name: world.name,
    imports: mapToJson(world.imports, worldItemToJson),
    exports: mapToJson(world.exports, worldItemToJson),
    package: world.package,
    ...documentation(world.docs),
    ...stability(world.stability),
  };
}

function worldItemToJson(item: model.WorldItem): JsonObject {
  switch (item.kind) {
    case 'interface': {
      const gates = { ...stability(item.stability), ...externalId(item.externalId) };
      return { interface: { id: item.id, ...gates, ...documentation(item.docs) } };
    }
    case 'function':
      return { function: funcToJson(item.function) };
    case 'type':
      return { type: item.id };
  }
}

function interfaceToJson(each: model.Interface): JsonObject {
  return {
    name: each.name ?? null,
    types: Object.fromEntries(each.types),
    functions: mapToJson(each.functions, funcToJson),
    ...documentation(each.docs),
    ...stability(each.stability),
    package: each.package,
    ...(each.cloneOf !== undefined && { clone_of: each.cloneOf }),
  };
}

function funcToJson(func: model.Func): JsonObject {
  return {
    name: func.name,
    kind: funcKindToJson(func),
    params: func.params.map(({ name, type }) => ({ name, type })),
    ...(func.result !== undefined && { result: func.result }),
    ...documentation(func.docs),
    ...stability(func.stability),
    ...externalId(func.externalId),
  };
}

function funcKindToJson({ kind, async: isAsync }: model.Func): JsonValue {
  const name = isAsync ? `async-${kind.kind}` : kind.kind;
  return kind.kind === 'freestanding' ? name : { [name]: kind.resource };
}

function typeDefToJson(type: model.TypeDef): JsonObject {
  return {
    name: type.name ?? null,
    kind: typeKindToJson(type.kind),
    owner: type.owner === undefined ? null : { [type.owner.kind]: type.owner.id },
    ...documentation(type.docs),
    ...stability(type.stability),
    ...externalId(type.externalId),
  };
}

function typeKindToJson(kind: model.TypeDefKind): JsonValue {
  switch (kind.kind) {
    case 'resource':
      return 'resource';
    case 'own':
    case 'borrow':
      return { handle: { [kind.kind]: kind.resource } };
    case 'record':
      return { record: { fields: kind.fields.map(fieldToJson) } };
    case 'variant':
      return { variant: { cases: kind.cases.map(caseToJson) } };
    case 'enum':
      return { enum: { cases: kind.cases.map(label) } };
    case 'flags':
      return { flags: { flags: kind.flags.map(label) } };
    case 'tuple':
      return { tuple: { types: kind.types } };
    case 'option':
      return { option: kind.some };
    case 'result':
      return { result: { ok: kind.ok ?? null, err: kind.err ?? null } };
    case 'list':
      return { list: kind.element };
    case 'fixed-length-list':
      return { 'fixed-length-list': [kind.element, kind.length] };
    case 'map':
      return { map: [kind.key, kind.value] };
    case 'future':
    case 'stream':
      return { [kind.kind]: kind.element ?? null };
    case 'alias':
      return { type: kind.type };
  }
}

function fieldToJson({ name, type, docs }: model.Field): JsonObject {
  return { name, type, ...documentation(docs) };
}

function caseToJson({ name, type, docs }: model.Case): JsonObject {
  return { name, type: type ?? null, ...documentation(docs) };
}

function label({ name, docs }: model.Label): JsonObject {
  return { name, ...documentation(docs) };
}

function documentation(docs: string | undefined): JsonObject {
  return docs === undefined ? {} : { docs: { contents: docs } };
}

function stability(gate: model.Stability | undefined): JsonObject {
  if (gate === undefined) return {};
  const { kind, ...rest } = gate;
  return { stability: { [kind]: rest } };
}

function externalId(id: string | undefined): JsonObject {
  return id === undefined ? {} : { external_id: id };
}

function mapToJson<Item>(map: ReadonlyMap<string, Item>, itemToJson: (item: Item) => JsonObject): JsonObject {
  return Object.fromEntries([...map].map(([key, item]) => [key, itemToJson(item)]));
}
