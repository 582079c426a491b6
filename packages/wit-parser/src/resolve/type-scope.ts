import type { BrokenItem, Identifier, InterfaceItem, UseSyntax, WorldItemSyntax } from '../syntax/ast.js';
import type { TypeDefSyntax } from '../syntax/ast-types.js';
import type { FileContext, Report } from './context.js';
import { reportDuplicate } from './rules/distinct-names.js';
import { checkBodyIsThere } from './rules/gated-elements.js';
import { reportTypeInGatedItem } from './rules/gated-references.js';
import { settleName } from './scopes.js';
import type { NameEntry, TypeScope } from './scopes.js';
import { orderTypes, resolveInOrder } from './type-order.js';
import { resolveBody } from './types.js';
import { localName, resolveUse } from './uses.js';

/**
 * Resolves the types of an interface or a world: first what `use` brings in, then the declarations, each after those
 * that it refers to.
 */
export function resolveTypeScope(
  file: FileContext,
  items: readonly (InterfaceItem | WorldItemSyntax)[],
  scope: TypeScope,
): void {
  const { nodes, uses, isUseLate } = declareNames(file.report, items, scope);
  // What is used later has its place in the order all the same, and that is known before it is resolved.
  const ordered = isUseLate ? orderTypes(file.report, nodes, scope.names) : undefined;
  for (const use of uses) resolveUse(file, use, scope);
  const resolve = (node: TypeNode) => {
    if (node.kind === 'type') settleName(scope, node.name, resolveTypeDef(file, node, scope));
  };
  if (ordered === undefined) resolveInOrder(file.report, nodes, scope.names, resolve);
  else for (const node of ordered) resolve(node);
}

/** What brings a type into a scope. */
type TypeNode = TypeDefSyntax | UsedType;

interface UsedType {
  readonly kind: 'use';
  readonly body?: undefined;
}

const usedType: UsedType = { kind: 'use' };

interface Declarations {
  /** The types, as the names refer to them. */
  readonly nodes: readonly TypeNode[];
  readonly uses: readonly UseSyntax[];
  /** Whether a `use` stands after a type. */
  readonly isUseLate: boolean;
}

/** Enters all names. */
function declareNames(
  report: Report,
  items: readonly (InterfaceItem | WorldItemSyntax)[],
  scope: TypeScope,
): Declarations {
  const nodes: TypeNode[] = [];
  const uses: UseSyntax[] = [];
  let isUseLate = false;
  const broken: BrokenItem[] = [];
  const names = new NameDeclarations(report, scope.names);
  for (const item of items) {
    if (item.kind === 'type') {
      names.add(item.name, { kind: 'pending', index: nodes.length, span: item.name.span });
      nodes.push(item);
    } else if (item.kind === 'func') names.add(item.name, { kind: 'function', span: item.name.span });
    else if (item.kind === 'broken') broken.push(item);
    else if (item.kind === 'use-types') {
      uses.push(item);
      isUseLate ||= nodes.at(-1)?.kind === 'type';
      for (const used of item.names) {
        const name = localName(used);
        names.add(name, { kind: 'pending', index: nodes.length, span: name.span });
        nodes.push(usedType);
      }
    }
  }
  names.finish(broken);
  scope.isIncomplete = broken.some(({ name }) => name === undefined);
  return { nodes, uses, isUseLate };
}

/** Reports names that are taken. They fail: it is not clear what is meant by them. */
class NameDeclarations {
  readonly #report: Report;
  readonly #names: Map<string, NameEntry>;
  readonly #taken: string[] = [];

  constructor(report: Report, names: Map<string, NameEntry>) {
    this.#report = report;
    this.#names = names;
  }

  add({ text, span }: Identifier, entry: NameEntry): void {
    const first = this.#names.get(text);
    if (first === undefined) this.#names.set(text, entry);
    else {
      reportDuplicate(this.#report, `\`${text}\` is defined twice`, span, first.span);
      this.#taken.push(text);
    }
  }

  /** @param broken - What takes no name from what could be read. */
  finish(broken: readonly BrokenItem[]): void {
    for (const { name } of broken) {
      if (name !== undefined && !this.#names.has(name.text)) {
        this.#names.set(name.text, { kind: 'failed', span: name.span });
      }
    }
    for (const text of this.#taken) {
      const span = this.#names.get(text)?.span;
      if (span !== undefined) this.#names.set(text, { kind: 'failed', span });
    }
  }
}

function resolveTypeDef(file: FileContext, typeDef: TypeDefSyntax, scope: TypeScope): NameEntry {
  const { name, docs, body } = typeDef;
  const { span } = name;
  const gates = file.gates.read(typeDef.attributes);
  const { stability, externalId } = gates;
  file.gates.checkVersion(gates, span);
  const kind = resolveBody(file, name, body, { scope, stability });
  if (kind === undefined) return { kind: 'failed', span };
  const type = { name: name.text, kind, owner: scope.owner, docs, stability, externalId, span };
  if (!gates.isOpen) return { kind: 'type', id: file.arenas.addGone(type), span };
  checkBodyIsThere(file, typeDef, kind, scope);
  if (scope.owner !== undefined) return { kind: 'type', id: file.interner.add(type), span };
  reportTypeInGatedItem(file.report, name);
  return { kind: 'failed', span };
}
