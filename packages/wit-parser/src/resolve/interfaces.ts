import type { InterfaceItem } from '../syntax/ast.js';
import type { Span } from '../source/span.js';
import type { FuncDraft } from './arenas.js';
import type { FileContext } from './context.js';
import { resolveFunc, resolveResourceFuncs } from './functions.js';
import type { FuncSink } from './functions.js';
import type { Gates } from './gates.js';
import type { InterfaceId } from './model.js';
import type { TypeScope } from './scopes.js';
import { resolveTypeScope } from './type-scope.js';

export interface InterfaceSource {
  /** `undefined` for one written in place in a world. */
  readonly name: string | undefined;
  readonly docs: string | undefined;
  readonly gates: Gates;
  readonly items: readonly InterfaceItem[];
  readonly span: Span;
}

/**
 * Resolves the types of an interface, and the types in the signatures of its functions.
 *
 * @param unsettled - Gets the functions: they are settled once all types are there.
 * @returns `undefined` when a feature that is off takes the interface away.
 */
export function resolveInterface(
  file: FileContext,
  { name, docs, gates, items, span }: InterfaceSource,
  scope: TypeScope,
  unsettled: FuncDraft[],
): InterfaceId | undefined {
  const { stability } = gates;
  file.gates.checkVersion(gates, span);
  const functions = new Map<string, FuncDraft>();
  let id: InterfaceId | undefined;
  if (gates.isOpen) {
    const draft = { name, types: scope.types, functions, package: file.package, docs, stability, span };
    id = file.arenas.addInterface(draft);
    scope.owner = { kind: 'interface', id };
  }
  resolveTypeScope(file, items, scope);
  resolveFuncs(file, items, scope, {
    add: (func) => {
      functions.set(func.name, func);
      if (id !== undefined) unsettled.push(func);
    },
    omit: () => undefined,
  });
  return id;
}

function resolveFuncs(
  file: FileContext,
  items: readonly InterfaceItem[],
  scope: TypeScope,
  sink: FuncSink,
): void {
  for (const item of items) {
    if (item.kind === 'func') resolveFunc(file, item, scope, sink);
    else if (item.kind === 'type' && item.body.kind === 'resource') {
      resolveResourceFuncs(file, item.name, item.body.funcs, scope, sink);
    }
  }
}
