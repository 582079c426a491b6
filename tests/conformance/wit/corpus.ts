import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** One case: WIT, and what is expected of it. */
export interface WitCase {
  /** `package`: WIT without an expectation, which must be accepted with all features. */
  readonly kind: 'accept' | 'reject' | 'package';
  /** What it is called in lists: `accept/resources`, wherever it stands. */
  readonly name: string;
  /** The path in the corpus, with `/`. */
  readonly path: string;
  /** What to load: a file or a folder. None where an expectation stands alone. */
  readonly input: string | undefined;
  /** The file that tells what is expected. None where there is none. */
  readonly expectation: string | undefined;
}

const expectations = { accept: '.wit.json', reject: '.wit.result' } as const;
type Part = keyof typeof expectations;

/** In the order in which a case is looked for. */
const inputSuffixes = ['', '.wit', '.wat', '.wasm'];

/**
 * The cases of a folder: those in its folders `accept` and `reject`, or its own where it is such a folder; and otherwise
 * the packages in it.
 */
export function readCases(folder: string): readonly WitCase[] {
  if (!isFolder(folder)) return [];
  const parts = (['accept', 'reject'] as const).filter((part) => isFolder(join(folder, part)));
  if (parts.length > 0) return parts.flatMap((part) => casesIn(join(folder, part), part, `${part}/`));
  const own = (['accept', 'reject'] as const).filter((part) =>
    readdirSync(folder).some((entry) => entry.endsWith(expectations[part])),
  );
  return own.length > 0 ? own.flatMap((part) => casesIn(folder, part, '')) : packagesIn(folder);
}

function casesIn(folder: string, kind: Part, prefix: string): WitCase[] {
  const suffix = expectations[kind];
  const names = new Set(readdirSync(folder).flatMap((entry) => caseName(folder, entry, suffix) ?? []));
  return [...names].sort().map((name) => {
    const input = inputSuffixes.map((each) => join(folder, name + each)).find((path) => existsSync(path));
    const expectation = join(folder, name + suffix);
    return {
      kind,
      name: `${kind}/${name}`,
      path: prefix + basename(input ?? expectation),
      input,
      expectation: existsSync(expectation) ? expectation : undefined,
    };
  });
}

/** The name of the case that an entry belongs to. Others, such as a license, belong to none. */
function caseName(folder: string, entry: string, suffix: string): string | undefined {
  if (isFolder(join(folder, entry))) return entry;
  return (
    /^(.+)\.(?:wit|wat|wasm)$/.exec(entry)?.[1] ??
    (entry.endsWith(suffix) ? entry.slice(0, -suffix.length) : undefined)
  );
}

/** A folder with `deps` is one package; any other holds a package in each file and folder. */
function packagesIn(folder: string): WitCase[] {
  if (isFolder(join(folder, 'deps'))) return [packageCase(basename(resolve(folder)), folder)];
  return readdirSync(folder)
    .sort()
    .flatMap((entry) => {
      const input = packageIn(join(folder, entry));
      return input === undefined ? [] : [packageCase(entry, input)];
    });
}

function packageCase(path: string, input: string): WitCase {
  return {
    kind: 'package',
    name: `package/${path.replace(/\.wit$/, '')}`,
    path,
    input,
    expectation: undefined,
  };
}

function packageIn(path: string): string | undefined {
  if (!isFolder(path)) return path.endsWith('.wit') ? path : undefined;
  return [join(path, 'wit'), path].find(
    (folder) => isFolder(folder) && readdirSync(folder).some((entry) => entry.endsWith('.wit')),
  );
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
