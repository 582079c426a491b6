import { compileErrorAt, type CompileError } from '../../errors/compile-error.js';
import { requireFeature } from '../features-check.js';
import type { FeatureName, Features } from '../features.js';
import { isLabel, isWords } from './label.js';

/** A name that is being read, and where: says what is wrong with it. */
export class NameText {
  readonly text: string;
  readonly #features: Features;
  readonly #offset: number;
  /** The attribute that the name is the value of. */
  readonly #attribute: string | undefined;

  constructor(text: string, features: Features, offset: number, attribute?: string) {
    this.text = text;
    this.#features = features;
    this.#offset = offset;
    this.#attribute = attribute;
  }

  error(code: 'not-kebab-case' | 'extern-name', message: string): CompileError {
    if (this.#attribute === undefined) return compileErrorAt(code, this.#offset, message);
    const inAttribute = `\`${this.#attribute}\` needs the name of an interface: ${message}`;
    return compileErrorAt('attribute', this.#offset, inAttribute);
  }

  requireFeature(name: FeatureName, what: string): void {
    requireFeature(this.#features, name, this.#offset, what);
  }

  /** Checks that a part of the name is a label. */
  label(part: string): string {
    if (isLabel(part)) return part;
    throw this.error('not-kebab-case', `${this.#quote(part)} is not in kebab case`);
  }

  /** Checks that a part of the name is a label without upper-case words. */
  words(part: string): void {
    if (isWords(this.label(part))) return;
    throw this.error(
      'extern-name',
      `${this.#quote(part)} names a namespace or package and is not lower-case`,
    );
  }

  /** A part of the name for a message, with the name that it is in. */
  #quote(part: string): string {
    return part === this.text ? `\`${part}\`` : `\`${part}\` in the name \`${this.text}\``;
  }
}
