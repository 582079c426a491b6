import { compileErrorAt } from '../../errors/compile-error.js';
import type { ParsedName } from './extern-name.js';
import { canonicalLabel } from './label.js';

/**
 * Names of imports or of exports that stand beside each other. No two may be so much alike that a language could not
 * tell them apart.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#name-uniqueness
 */
export class NameSet {
  readonly #kind: 'import' | 'export';
  readonly #names = new Map<string, string>();

  constructor(kind: 'import' | 'export') {
    this.#kind = kind;
  }

  /** @throws {CompileError} `name-conflict` */
  add(name: ParsedName, offset: number): void {
    const canonical = canonicalName(name);
    const previous = this.#names.get(canonical);
    if (previous !== undefined) {
      const message = `${this.#kind} name \`${name.text}\` conflicts with previous name \`${previous}\``;
      throw compileErrorAt('name-conflict', offset, message);
    }
    this.#names.set(canonical, name.text);
  }
}

/** What names that conflict have in common. A constructor can have the name of its class, a method cannot. */
function canonicalName(name: ParsedName): string {
  switch (name.kind) {
    case 'plain':
      return canonicalLabel(name.label);
    case 'constructor':
      return `[constructor]${canonicalLabel(name.resource)}`;
    case 'method':
    case 'static': {
      const [resource, label] = [canonicalLabel(name.resource), canonicalLabel(name.label)];
      return resource === label ? label : `${resource}.${label}`;
    }
    case 'interface':
      // Versions have no words: `1.0.0-RC` and `1.0.0-rc` are two.
      return canonicalLabel(name.path) + name.text.slice(name.path.length);
    case 'implementation':
      return name.text;
  }
}
