import ts from 'typescript';
import { diffLines } from '../../../packages/bindgen/src/write/line-diff.js';

/** Generated files, by path. */
export type Files = ReadonlyMap<string, string>;

export interface TouchedLines {
  /** Lines that are gone, or changed, and do not have to be. */
  readonly removed: string[];
  /** Groups of new lines that speak of something else than what was added. */
  readonly unrelated: string[];
}

/**
 * What an addition changes beyond itself. Import statements may be written anew, as long as they import all that they did;
 * a type that has got another part may change wherever it is spoken of, and offsets and sizes with it.
 *
 * @param isAbout - whether a text speaks of what was added
 * @param owner - the type that has another part now, in PascalCase; the types that it is part of change with it
 */
export function touchedLines(
  before: Files,
  after: Files,
  isAbout: (text: string) => boolean,
  owner: string | undefined,
): TouchedLines {
  const owners = owner === undefined ? [] : [...typesWith(owner, before)];
  const removed: string[] = [];
  const unrelated: string[] = [];
  for (const [path, text] of before) {
    const [old, fresh] = [partsOf(path, text), partsOf(path, after.get(path) ?? '')];
    const changes = changesBetween(old.lines, fresh.lines);
    const lost = [...importsLost(old, fresh), ...linesLost(changes, owners)];
    const strange = changes.filter((change) => !isExpected(change, isAbout, owners));
    removed.push(...lost.map((line) => `${path}: ${line}`));
    unrelated.push(...strange.map(({ added }) => `${path}: ${textOf(added)}`));
  }
  for (const [path, text] of after) if (!before.has(path) && !isAbout(path + text)) unrelated.push(path);
  return { removed, unrelated };
}

function importsLost(old: Parts, fresh: Parts): string[] {
  return [...old.imported].filter((name) => !fresh.imported.has(name)).map((name) => `import of ${name}`);
}

/** The lines that are gone, but for those of types that have changed, and offsets and sizes of these. */
function linesLost(changes: readonly Change[], owners: readonly string[]): string[] {
  const added = changes.flatMap((change) => change.added.map(({ text }) => withoutNumbers(text)));
  const isOwners = ({ text, statement }: Line): boolean =>
    owners.length > 0 && (mentions(statement, owners) || added.includes(withoutNumbers(text)));
  return changes
    .flatMap((change) => change.removed)
    .filter((line) => line.text.trim() !== '' && !isOwners(line))
    .map(({ text }) => text);
}

/** Whether new lines that stand together speak of what was added. */
function isExpected(
  { removed, added }: Change,
  isAbout: (text: string) => boolean,
  owners: readonly string[],
): boolean {
  const text = textOf(added);
  if (text.trim() === '' || isAbout(text)) return true;
  if (owners.length === 0) return false;
  return removed.length > 0 || added.every(({ statement }) => mentions(statement, owners));
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('\n');
}

interface Line {
  readonly text: string;
  /** The statement that it is part of, if it is. */
  readonly statement: string;
}

interface Parts {
  readonly imported: ReadonlySet<string>;
  /** All lines but those of imports. */
  readonly lines: readonly Line[];
}

function partsOf(path: string, text: string): Parts {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const imported = new Set<string>();
  const lines: Line[] = [];
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) {
      for (const name of statement.getText(file).match(/[\w$]+(?: as [\w$]+)?/g) ?? []) imported.add(name);
    } else {
      const whole = statement.getFullText(file);
      lines.push(...whole.split('\n').map((line) => ({ text: line, statement: whole })));
    }
  }
  return { imported, lines };
}

interface Change {
  readonly removed: readonly Line[];
  readonly added: readonly Line[];
}

/** The differences, each with the lines that stand together. */
function changesBetween(older: readonly Line[], newer: readonly Line[]): Change[] {
  const changes: { removed: Line[]; added: Line[] }[] = [];
  let [oldAt, newAt] = [0, 0];
  let isOpen = false;
  const texts = [older, newer].map((lines) => lines.map(({ text }) => text));
  for (const { kind } of diffLines(texts[0] ?? [], texts[1] ?? [])) {
    const [old, fresh] = [older[oldAt], newer[newAt]];
    if (kind !== 'new') oldAt++;
    if (kind !== 'old') newAt++;
    if (kind === 'both') {
      isOpen = false;
      continue;
    }
    if (!isOpen) changes.push({ removed: [], added: [] });
    isOpen = true;
    if (kind === 'old' && old !== undefined) changes.at(-1)?.removed.push(old);
    if (kind === 'new' && fresh !== undefined) changes.at(-1)?.added.push(fresh);
  }
  return changes;
}

/** A type and all that it is part of, as far as they have names. */
function typesWith(part: string, files: Files): Set<string> {
  const found = new Set([part]);
  const declared = [...files].flatMap(([path, text]) => dataTypes(path, text));
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const [name, text] of declared) if (mentions(text, [...found])) found.add(name);
  }
  return found;
}

/** The types that a file declares, without those that have functions. */
function dataTypes(path: string, text: string): [name: string, text: string][] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  return file.statements.flatMap((statement): [string, string][] => {
    const isData =
      ts.isTypeAliasDeclaration(statement) ||
      (ts.isInterfaceDeclaration(statement) && statement.members.every(ts.isPropertySignature));
    return isData ? [[statement.name.text, statement.getText(file)]] : [];
  });
}

function mentions(text: string, names: readonly string[]): boolean {
  return names.some((name) => text.includes(name));
}

function withoutNumbers(line: string): string {
  return line.replaceAll(/\d+/g, '#');
}
