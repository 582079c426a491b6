import type { Span } from '../source/span.js';
import type { ExternSyntax, Identifier } from '../syntax/ast.js';
import type { Arenas, FuncDraft } from './arenas.js';
import type { Report } from './context.js';
import type { FuncSink } from './functions.js';
import { worldItemSpan } from './model.js';
import type { WorldItem, WorldKey } from './model.js';
import { reportTakenItem } from './rules/distinct-world-items.js';
import type { InterfaceScope } from './scopes.js';

export type Direction = ExternSyntax['kind'];

type InterfaceItem = Extract<WorldItem, { readonly kind: 'interface' }>;

/** The imports or the exports of a world while they are gathered. What is not there takes its name all the same. */
export class WorldItems implements FuncSink {
  readonly funcs: FuncDraft[] = [];
  /** Whether none of them failed. */
  isComplete = true;
  readonly #direction: Direction;
  readonly #items: Map<WorldKey, WorldItem>;
  readonly #report: Report;
  readonly #omitted = new Map<WorldKey | InterfaceScope, Span>();

  constructor(direction: Direction, items: Map<WorldKey, WorldItem>, report: Report) {
    this.#direction = direction;
    this.#items = items;
    this.#report = report;
  }

  add(func: FuncDraft): void {
    if (!this.addItem(func.name, { kind: 'function', function: func })) return;
    this.funcs.push(func);
  }

  /** @returns Whether the key was free. */
  addItem(key: WorldKey, item: WorldItem): boolean {
    if (!this.#isFree(key, worldItemSpan(item))) return false;
    this.#items.set(key, item);
    return true;
  }

  /** Adds an interface under its own name. */
  addInterface(arenas: Arenas, source: InterfaceScope, item: InterfaceItem): void {
    if (!this.#isInterfaceFree(arenas, source, item.span)) return;
    this.#items.set(arenas.interfaceKey(item.id), item);
  }

  omit(key: WorldKey, { span }: Identifier, reason: 'gated' | 'failed'): void {
    if (reason === 'failed') this.isComplete = false;
    if (this.#isFree(key, span)) this.#omitted.set(key, span);
  }

  omitInterface(arenas: Arenas, source: InterfaceScope, span: Span, reason: 'gated' | 'failed'): void {
    if (reason === 'failed') this.isComplete = false;
    if (this.#isInterfaceFree(arenas, source, span)) this.#omitted.set(source, span);
  }

  #isFree(key: WorldKey, span: Span): boolean {
    const item = this.#items.get(key);
    const first = item === undefined ? this.#omitted.get(key) : worldItemSpan(item);
    if (first === undefined) return true;
    reportTakenItem(this.#report, this.#direction, key, span, first);
    return false;
  }

  #isInterfaceFree(arenas: Arenas, source: InterfaceScope, span: Span): boolean {
    const item = source.id === undefined ? undefined : this.#items.get(arenas.interfaceKey(source.id));
    const first = item === undefined ? this.#omitted.get(source) : worldItemSpan(item);
    if (first === undefined) return true;
    reportTakenItem(this.#report, this.#direction, source.name, span, first);
    return false;
  }
}
