import type { InterfaceItem, Prelude } from '../syntax/ast.js';
import type { Span } from '../source/span.js';
import type { FileContext } from './context.js';
import { resolveFunc, resolveResourceFuncs } from './functions.js';
import type { FuncDraft } from './functions.js';
import type { Func, InterfaceId, Stability } from './model.js';
import type { NameEntry, TypeScope } from './scopes.js';
import { resolveTypeScope, typeEntries } from './type-scope.js';

export interface InterfaceSource extends Prelude {
  /** `undefined` for one written in place in a world. */
  readonly name: string | undefined;
  readonly items: readonly InterfaceItem[];
  readonly span: Span;
}

export interface ResolvedInterface {
  /** `undefined` when a feature that is off takes the interface away. */
  readonly id: InterfaceId | undefined;
  readonly stability: Stability | undefined;
  /** To be settled, in this order, once all types are there. */
  readonly funcs: readonly Func[];
}

/** Resolves the types of an interface, and the types in the signatures of its functions. */
export function resolveInterface(
  file: FileContext,
  { name, docs, attributes, items, span }: InterfaceSource,
  names: Map<string, NameEntry>,
): ResolvedInterface {
  const { open, stability } = file.gates.read(attributes, span);
  const id = open ? addInterface(file, { name, docs, stability, span }) : undefined;
  const scope = resolveTypeScope(
    file,
    items,
    id === undefined ? undefined : { kind: 'interface', id },
    names,
  );
  const drafts = resolveFuncs(file, items, scope);
  if (id === undefined) return { id, stability, funcs: [] };
  const { types } = file.arenas.interfaces[id] ?? {};
  for (const [typeName, entry] of typeEntries(scope)) types?.set(typeName, entry.id);
  return { id, stability, funcs: drafts.filter((draft) => draft.open).map(({ func }) => func) };
}

interface InterfaceHead {
  readonly name: string | undefined;
  readonly docs: string | undefined;
  readonly stability: Stability | undefined;
  readonly span: Span;
}

function addInterface(file: FileContext, { name, docs, stability, span }: InterfaceHead): InterfaceId {
  return file.arenas.addInterface({
    ...(name !== undefined && { name }),
    types: new Map(),
    functions: new Map(),
    package: file.package,
    ...(docs !== undefined && { docs }),
    ...(stability !== undefined && { stability }),
    span,
  });
}

function resolveFuncs(file: FileContext, items: readonly InterfaceItem[], scope: TypeScope): FuncDraft[] {
  return items.flatMap((item) => {
    if (item.kind === 'func') {
      const draft = resolveFunc(file, item, scope);
      return draft === undefined ? [] : [draft];
    }
    if (item.kind !== 'type' || item.body.kind !== 'resource') return [];
    return resolveResourceFuncs(file, item.name, item.body.funcs, scope);
  });
}
