import type { PackageNameSyntax } from '../syntax/ast.js';
import type { Report } from './context.js';
import { packageKey } from './package-name.js';
import { reportUnknownPackage } from './rules/unknown-packages.js';
import type { PackageScope } from './scopes.js';

/** All packages by their names, those that are not resolved yet among them. */
export class PackageTable {
  /** `undefined` for a name that failed. */
  readonly #packages = new Map<string, PackageScope | undefined>();
  /** Whether there may be more packages, whose names could not be read. */
  readonly #isIncomplete: boolean;
  readonly #report: Report;

  constructor(isIncomplete: boolean, report: Report) {
    this.#isIncomplete = isIncomplete;
    this.#report = report;
  }

  /** A name that two packages have is of no use. */
  add(scope: PackageScope): void {
    this.#packages.set(scope.key, this.#packages.has(scope.key) ? undefined : scope);
  }

  /** Adds a name that nothing can be said of. */
  addFailed(key: string): void {
    this.#packages.set(key, undefined);
  }

  /**
   * The package of a name. Reports, once for each, that there is none.
   *
   * @param asker - The package in which the name stands.
   */
  find(name: PackageNameSyntax, asker: PackageScope): PackageScope | undefined {
    const key = packageKey(name);
    const found = this.#packages.get(key);
    if (found !== undefined || this.#packages.has(key)) return found;
    this.#packages.set(key, undefined);
    if (this.#isIncomplete) return undefined;
    reportUnknownPackage(this.#report, key, name.span, () => this.#namesBut(asker));
    return undefined;
  }

  #namesBut(asker: PackageScope): string[] {
    const known = [...this.#packages.values()];
    return known.filter((scope) => scope !== undefined && scope !== asker).map((scope) => scope?.key ?? '');
  }
}
