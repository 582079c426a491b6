import { compileErrorAt } from '../../errors/compile-error.js';
import { canonicalLabel, isLabel } from './label.js';

/** What has a label. The last word is what one is called among others of its kind. */
export type Labelled = 'record field' | 'variant case' | 'flag' | 'enum case' | 'function parameter';

/** The labels of one type: each in kebab case, and no two that differ in case alone. */
export class LabelSet {
  readonly #what: Labelled;
  readonly #labels = new Map<string, string>();

  constructor(what: Labelled) {
    this.#what = what;
  }

  /** @throws {CompileError} `empty-name`, `not-kebab-case` or `name-conflict` */
  add(label: string, offset: number): void {
    const what = this.#what;
    if (label === '') throw compileErrorAt('empty-name', offset, `${what} name cannot be empty`);
    if (!isLabel(label)) {
      throw compileErrorAt('not-kebab-case', offset, `${what} name \`${label}\` is not in kebab case`);
    }
    const canonical = canonicalLabel(label);
    const previous = this.#labels.get(canonical);
    if (previous !== undefined) {
      const one = what.slice(what.indexOf(' ') + 1);
      const message = `${what} name \`${label}\` conflicts with previous ${one} name \`${previous}\``;
      throw compileErrorAt('name-conflict', offset, message);
    }
    this.#labels.set(canonical, label);
  }
}
