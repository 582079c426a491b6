import { didYouMean } from '../source/did-you-mean.js';
import type { InterfaceItem, RenamedName, UseSyntax, WorldItemSyntax } from '../syntax/ast.js';
import type { Identifier } from '../syntax/ast.js';
import type { TypeDefSyntax } from '../syntax/ast-types.js';
import type { FileContext } from './context.js';
import type { Gates } from './gates.js';
import type { Stability, TypeDef, TypeId, TypeOwner } from './model.js';
import { checkPresent, lookUpPath } from './path-lookup.js';
import { distinctDeclarations, localName } from './rules/distinct-names.js';
import { typeInGatedOwner } from './rules/gated-reference.js';
import type { InterfaceScope, NameEntry, TypeScope } from './scopes.js';
import { orderTypeDefs } from './type-order.js';
import { resolveBody } from './types.js';

export type ScopeItem = InterfaceItem | WorldItemSyntax;

/** Whose types are resolved. */
export interface ScopeOwner {
  /** `undefined` when a feature that is off takes it away. */
  readonly owner: TypeOwner | undefined;
  readonly stability: Stability | undefined;
}

/**
 * Resolves the types of an interface or a world: first what `use` brings in, then the declarations, each after those
 * that it refers to. The types of the scope are in that order.
 *
 * @param names - Filled with the names; others may see them already.
 */
export function resolveTypeScope(
  file: FileContext,
  items: readonly ScopeItem[],
  { owner, stability }: ScopeOwner,
  names: Map<string, NameEntry>,
): TypeScope {
  const isBroken = items.some((item) => item.kind === 'broken' && item.name === undefined);
  const scope = { names, owner, isBroken };
  const distinct = distinctDeclarations(items, file.report);
  const adder = new TypeAdder(file, owner, stability);
  for (const item of items) {
    if (item.kind === 'use-types') resolveUse(file, item, scope, distinct, adder);
    else if (item.kind === 'broken' && item.name !== undefined) {
      names.set(item.name.text, { kind: 'failed', span: item.name.span });
    }
  }
  for (const item of items) {
    if (item.kind === 'func' && distinct.get(item.name.text) === item.name) {
      names.set(item.name.text, { kind: 'function', span: item.name.span });
    }
  }
  for (const typeDef of orderTypeDefs(file, items, distinct, scope)) {
    names.set(typeDef.name.text, resolveTypeDef(file, typeDef, scope, adder));
  }
  return scope;
}

/** Adds the named types of one interface or world. */
class TypeAdder {
  readonly #file: FileContext;
  readonly #owner: TypeOwner | undefined;
  readonly #ownerStability: Stability | undefined;

  constructor(file: FileContext, owner: TypeOwner | undefined, stability: Stability | undefined) {
    this.#file = file;
    this.#owner = owner;
    this.#ownerStability = stability;
  }

  add(type: TypeDef, name: Identifier): NameEntry {
    const owned = this.#owner === undefined ? type : { ...type, owner: this.#owner };
    const id = this.#file.interner.add(owned);
    const { span } = name;
    if (id === undefined) return { kind: 'failed', span };
    if (this.#owner === undefined && !this.#file.arenas.isAbsent(id)) {
      const feature = this.#ownerStability?.kind === 'unstable' ? this.#ownerStability.feature : '';
      this.#file.report(typeInGatedOwner(name.text, span, feature));
      return { kind: 'failed', span };
    }
    return { kind: 'type', id, span };
  }
}

function resolveUse(
  file: FileContext,
  use: UseSyntax,
  scope: TypeScope,
  distinct: ReadonlyMap<string, Identifier>,
  adder: TypeAdder,
): void {
  const source = lookUpPath(file, use.path, 'interface');
  const gates = file.gates.read(use.attributes);
  for (const renamed of use.names) {
    const local = localName(renamed);
    if (distinct.get(local.text) !== local) continue;
    const type = source === undefined ? undefined : lookUpUsedType(file, use, renamed, source, gates);
    const entry: NameEntry =
      type === undefined
        ? { kind: 'failed', span: local.span }
        : adder.add(aliasOf(type, local, renamed, gates), local);
    scope.names.set(local.text, entry);
  }
}

function aliasOf(type: TypeId, local: Identifier, { name }: RenamedName, gates: Gates): TypeDef {
  return { name: local.text, kind: { kind: 'alias', type }, ...gates, span: name.span };
}

function lookUpUsedType(
  file: FileContext,
  { path }: UseSyntax,
  { name }: RenamedName,
  source: InterfaceScope,
  { stability }: Gates,
): TypeId | undefined {
  const { arenas, gates } = file;
  // What another package has is looked up only if the first `use` that names it is there.
  if (path.package !== undefined && !file.foreign.isTypeOn(path, name.text)) {
    return arenas.addAbsentType({
      name: name.text,
      kind: { kind: 'resource' },
      ...absentGate(stability),
      span: name.span,
    });
  }
  if (source.missingFeature !== undefined && gates.isOn(stability, name.span)) {
    checkPresent(file, source, path, name.span);
    return undefined;
  }
  const entry = source.names.get(name.text);
  if (entry?.kind === 'type') return entry.id;
  if (entry === undefined && !source.isBroken) {
    const message = `there is no type \`${name.text}\` in the interface \`${source.name}\``;
    const notes = () => didYouMean(name.text, source.names.keys());
    file.report({ code: 'unknown-type', message, span: name.span, notes });
  } else if (entry?.kind === 'function') {
    const message = `\`${name.text}\` is a function: only types can be used from an interface`;
    const notes = [{ message: 'defined here', span: entry.span }];
    file.report({ code: 'not-a-type', message, span: name.span, notes });
  }
  return undefined;
}

function absentGate(stability: Stability | undefined): { readonly stability: Stability } {
  return { stability: stability ?? { kind: 'unstable', feature: '' } };
}

function resolveTypeDef(
  file: FileContext,
  typeDef: TypeDefSyntax,
  scope: TypeScope,
  adder: TypeAdder,
): NameEntry {
  const { name, docs, body } = typeDef;
  const gates = file.gates.read(typeDef.attributes);
  const kind = resolveBody(file, name, body, { scope, stability: gates.stability });
  if (kind === undefined) return { kind: 'failed', span: name.span };
  const type: TypeDef = {
    name: name.text,
    kind,
    ...(docs !== undefined && { docs }),
    ...gates,
    span: name.span,
  };
  return adder.add(type, name);
}
