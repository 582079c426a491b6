import type { ProblemNote, SourceMap, Span } from '@wit-bindgen-ts/wit-parser';
import { inDeclarationOrder } from '../wit/declaration-order.js';
import { BindgenError, type BindgenProblem, type BindgenProblemCode } from './bindgen-error.js';
import type { ItemGroup } from './world-items.js';

/** Gathers problems, so that one error can tell all of them. */
export class ProblemReport {
  readonly #subject: string;
  readonly #root: string;
  readonly #sources: SourceMap | undefined;
  readonly #problems: BindgenProblem[] = [];

  /**
   * @param subject What bindings are asked for, in words.
   * @param root Where a problem is that belongs to no item.
   * @param sources The files of the WIT, from which problems get their place and its code frame.
   */
  constructor(subject: string, root: string, sources: SourceMap | undefined) {
    this.#subject = subject;
    this.#root = root;
    this.#sources = sources;
  }

  /** @param item The name of the item in its group; empty for the group itself. */
  add(
    code: BindgenProblemCode,
    group: Pick<ItemGroup, 'path'>,
    item: string,
    message: string,
    span: Span,
    notes: readonly ProblemNote[] = [],
  ): void {
    this.#problems.push({ code, message, where: this.#where(group.path, item), span, notes });
  }

  /** `example:shop/inventory@1.2.0 › cart.add` */
  #where(path: string, item: string): string {
    const parts = [path, item.replace(/^\[\w+\]/, '')].filter((part) => part !== '');
    return parts.length === 0 ? this.#root : parts.join(' › ');
  }

  /** @throws {BindgenError} If there is a problem. */
  throwIfAny(): void {
    if (this.#problems.length === 0) return;
    const sorted = inDeclarationOrder(this.#problems, ({ span }) => span);
    throw new BindgenError(this.#subject, sorted, this.#sources);
  }
}
