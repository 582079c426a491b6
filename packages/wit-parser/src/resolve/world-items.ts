import type { Span } from '../source/span.js';
import type { ExternItem, ExternSyntax, Identifier, PathSyntax } from '../syntax/ast.js';
import type { FileContext } from './context.js';
import { resolveFunc } from './functions.js';
import type { Gates } from './gates.js';
import { resolveInterface } from './interfaces.js';
import type { ResolvedInterface } from './interfaces.js';
import type { Func, InterfaceId, TypeId } from './model.js';
import { lookUpPath } from './path-lookup.js';
import { alreadyTaken } from './rules/distinct-world-items.js';
import type { InterfaceScope, TypeScope } from './scopes.js';

/** An import or an export of a world, be it there or not. */
export type WorldItemDraft =
  | { readonly kind: 'type'; readonly name: string; readonly id: TypeId; readonly span: Span }
  | { readonly kind: 'function'; readonly func: Func }
  | InterfaceItemDraft;

export interface InterfaceItemDraft {
  readonly kind: 'interface';
  /** The name that the world gives it, if not its own. */
  readonly label: string | undefined;
  /** `undefined` when the interface is not there. */
  readonly id: InterfaceId | undefined;
  /** The path to it, and what it leads to, for one that is not written in place. */
  readonly target?: { readonly path: PathSyntax; readonly scope: InterfaceScope };
  readonly docs: string | undefined;
  readonly gates: Gates;
  readonly span: Span;
}

export type Direction = ExternSyntax['kind'];

/** Gathers the imports and exports of a world. */
export class WorldItems {
  readonly imports: WorldItemDraft[] = [];
  readonly exports: WorldItemDraft[] = [];
  /** The interfaces written in place. */
  readonly interfaces: ResolvedInterface[] = [];
  readonly #file: FileContext;
  /** Where each name, or each interface without a name of its own, was taken first. */
  readonly #taken = {
    import: new Map<string | InterfaceScope, Span>(),
    export: new Map<string | InterfaceScope, Span>(),
  };

  constructor(file: FileContext) {
    this.#file = file;
  }

  addType(name: string, id: TypeId, span: Span): void {
    if (this.#take('import', name, name, span)) this.imports.push({ kind: 'type', name, id, span });
  }

  addFunc(direction: Direction, func: Func): void {
    if (this.#take(direction, func.name, func.name, func.span)) {
      this.#listOf(direction).push({ kind: 'function', func });
    }
  }

  addExtern(extern: ExternSyntax, scope: TypeScope): void {
    const { kind: direction, item, docs, attributes } = extern;
    switch (item.kind) {
      case 'func': {
        const func = resolveFunc(this.#file, { ...item, docs, attributes }, scope);
        if (func !== undefined) this.addFunc(direction, func);
        return;
      }
      case 'inline-interface':
        this.#addInlineInterface(extern, item);
        return;
      case 'named-path':
        this.#addPath(extern, item.path, item.name);
        return;
      case 'path':
        this.#addPath(extern, item.path, undefined);
    }
  }

  #addInlineInterface(
    { kind: direction, docs, attributes }: ExternSyntax,
    { name, items }: ExternItem & { kind: 'inline-interface' },
  ): void {
    const source = { name, isInline: true, docs, attributes, items };
    const resolved = resolveInterface(this.#file, source, new Map());
    this.interfaces.push(resolved);
    if (!this.#take(direction, name.text, name.text, name.span)) return;
    const { id, gates } = resolved;
    const draft = {
      kind: 'interface',
      label: name.text,
      id,
      docs: undefined,
      gates,
      span: name.span,
    } as const;
    this.#listOf(direction).push(draft);
  }

  #addPath(
    { kind: direction, docs, attributes }: ExternSyntax,
    path: PathSyntax,
    label: Identifier | undefined,
  ): void {
    const { span } = label ?? path.name;
    const gates = this.#file.gates.read(attributes);
    const scope = lookUpPath(this.#file, path, 'interface');
    if (label === undefined && scope === undefined) return;
    const key = label?.text ?? scope ?? '';
    if (!this.#take(direction, key, label?.text ?? path.name.text, span) || scope === undefined) return;
    const target = { path, scope };
    const { id } = scope;
    this.#listOf(direction).push({
      kind: 'interface',
      label: label?.text,
      id,
      target,
      docs,
      gates,
      span,
    });
  }

  #listOf(direction: Direction): WorldItemDraft[] {
    return direction === 'import' ? this.imports : this.exports;
  }

  #take(direction: Direction, key: string | InterfaceScope, name: string, span: Span): boolean {
    const first = this.#taken[direction].get(key);
    if (first === undefined) {
      this.#taken[direction].set(key, span);
      return true;
    }
    this.#file.report(alreadyTaken(direction, name, span, first));
    return false;
  }
}
