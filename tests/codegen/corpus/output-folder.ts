import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GeneratedWorld } from './generate-worlds.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A generated world on the disk. */
export interface WrittenWorld extends GeneratedWorld {
  /** The name of its folder. */
  readonly folder: string;
}

/** Generated worlds on the disk, each in a folder of its own, as one TypeScript project that finds this runtime. */
export class OutputFolder {
  readonly path: string;
  readonly worlds: readonly WrittenWorld[];
  readonly #isKept: boolean;

  /** @param kept - where the output is to stay; without, it goes to a temporary folder */
  constructor(worlds: readonly GeneratedWorld[], kept?: string) {
    this.#isKept = kept !== undefined;
    this.path = kept === undefined ? mkdtempSync(join(tmpdir(), 'codegen-corpus-')) : resolve(kept);
    this.worlds = withFolders(worlds);
    for (const { folder, files } of this.worlds) {
      for (const { path, text } of files) this.#write(join(folder, path), text);
    }
    this.#write('package.json', '{ "private": true, "type": "module" }\n');
    this.#write('tsconfig.json', `${JSON.stringify(tsconfig, undefined, 2)}\n`);
    rmSync(join(this.path, 'node_modules'), { force: true });
    symlinkSync(join(root, 'node_modules'), join(this.path, 'node_modules'), 'dir');
  }

  /** Every file of every world, by its path in the folder. */
  get files(): readonly { readonly path: string; readonly text: string }[] {
    return this.worlds.flatMap(({ folder, files }) =>
      files.map(({ path, text }) => ({ path: `${folder}/${path}`, text })),
    );
  }

  remove(): void {
    if (!this.#isKept) rmSync(this.path, { recursive: true });
  }

  #write(path: string, text: string): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    writeFileSync(join(this.path, path), text);
  }
}

/** Folders are told apart whatever the file system makes of capitals. */
function withFolders(worlds: readonly GeneratedWorld[]): WrittenWorld[] {
  const taken = new Set<string>();
  return worlds.map((world) => {
    const wanted = world.name.replaceAll(/[^\w.]+/g, '-');
    let folder = wanted;
    for (let number = 2; taken.has(folder.toLowerCase()); number++) folder = `${wanted}-${number}`;
    taken.add(folder.toLowerCase());
    return { ...world, folder };
  });
}

/** The flags that generated code compiles under, and every other one that makes the compiler stricter. */
const tsconfig = {
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2023', 'DOM', 'ESNext.Disposable'],
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    types: [],
    noEmit: true,
    // Libraries need declarations: every type that is inferred has to have a name that they can import.
    declaration: true,
    skipLibCheck: true,
    strict: true,
    allowUnreachableCode: false,
    allowUnusedLabels: false,
    erasableSyntaxOnly: true,
    exactOptionalPropertyTypes: true,
    forceConsistentCasingInFileNames: true,
    isolatedModules: true,
    noFallthroughCasesInSwitch: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    noPropertyAccessFromIndexSignature: true,
    noUncheckedIndexedAccess: true,
    noUncheckedSideEffectImports: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    verbatimModuleSyntax: true,
  },
  include: ['*/**/*.ts'],
  exclude: ['node_modules'],
};
