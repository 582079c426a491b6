import type { SourceMap, Span } from '@wit-bindgen-ts/wit-parser';
import { inDeclarationOrder } from '../wit/declaration-order.js';
import { BindgenError, type BindgenProblem, type BindgenProblemCode } from './bindgen-error.js';
import type { ItemGroup } from './world-items.js';

/** Gathers problems, so that one error can tell all of them. */
export class ProblemReport {
  readonly #world: string;
  readonly #sources: SourceMap | undefined;
  readonly #problems: BindgenProblem[] = [];

  /** @param sources The files of the WIT, from which problems get their line and column. */
  constructor(world: string, sources: SourceMap | undefined) {
    this.#world = world;
    this.#sources = sources;
  }

  add(
    code: BindgenProblemCode,
    { path }: Pick<ItemGroup, 'path'>,
    item: string,
    message: string,
    span: Span,
  ): void {
    const where =
      [path, item.replace(/^\[\w+\]/, '')].filter((part) => part !== '').join(' › ') ||
      `world ${this.#world}`;
    const at = this.#sources?.location(span);
    const place = at && `${at.path}:${at.line}:${at.column}`;
    this.#problems.push({ code, message, where, span, ...(place !== undefined && { place }) });
  }

  /** @throws {BindgenError} If there is a problem. */
  throwIfAny(): void {
    if (this.#problems.length === 0) return;
    throw new BindgenError(
      this.#world,
      inDeclarationOrder(this.#problems, ({ span }) => span),
    );
  }
}
