import { StructureKind, type ImportDeclarationStructure } from 'ts-morph';

/** The one module that generated code imports at run time. */
const runtimeModule = '@wit-bindgen-ts/runtime/codegen/v1';

/** Gathers what a file uses of the runtime while its text is made. */
export class RuntimeImports {
  readonly #values = new Set<string>();
  readonly #types = new Set<string>();

  /** Returns the name, so that using and importing it are one step. */
  value(name: string): string {
    this.#values.add(name);
    return name;
  }

  type(name: string): string {
    this.#types.add(name);
    return name;
  }

  declaration(): ImportDeclarationStructure[] {
    const types = [...this.#types].filter((name) => !this.#values.has(name));
    const namedImports = [
      ...[...this.#values].sort(alphabetically).map((name) => ({ name })),
      ...types.sort(alphabetically).map((name) => ({ name, isTypeOnly: true })),
    ];
    if (namedImports.length === 0) return [];
    return [{ kind: StructureKind.ImportDeclaration, moduleSpecifier: runtimeModule, namedImports }];
  }
}

/** Whatever the case, and whatever the locale. */
function alphabetically(a: string, b: string): number {
  return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
}
