import type { ProblemReport } from '../source/problem-report.js';
import type { Span } from '../source/span.js';
import type { FileSyntax, NestedPackage, PackageHeader, TopLevelItem } from '../syntax/ast.js';
import type { PackageName } from './model.js';
import { formatPackageName, packageNameOf } from './package-name.js';

/** A package with all that its files say. */
export interface PackageUnit {
  readonly name: PackageName;
  /** The name as text, by which packages are looked up. */
  readonly key: string;
  /** Where the name stands first. */
  readonly span: Span;
  readonly docs: string | undefined;
  /** Each file has names of its own. */
  readonly files: readonly (readonly TopLevelItem[])[];
  /** Whether a syntax error hides items of it. */
  readonly isBroken: boolean;
}

/** What stands for the name of a package that does not say it. No WIT can spell it. */
const unnamed: PackageName = { namespace: '', name: '' };

export function isUnnamed({ namespace }: PackageName): boolean {
  return namespace === '';
}

/** The packages that files make together, and those nested in them, in the order in which they are found. */
export interface PackageGroup {
  readonly main: PackageUnit;
  readonly nested: readonly PackageUnit[];
}

/** @param files - The files of one folder, in the order of their paths; at least one. */
export function groupFiles(files: readonly FileSyntax[], report: ProblemReport): PackageGroup {
  const nested = files.flatMap((file) =>
    file.nestedPackages.map((nestedPackage) => unitOf(nestedPackage, report)),
  );
  return { main: mainUnit(files, report), nested };
}

function mainUnit(files: readonly FileSyntax[], report: ProblemReport): PackageUnit {
  const headers = files.map((file) => file.header).filter((header) => header !== undefined);
  const contents = { files: files.map((file) => file.items), isBroken: files.some((file) => file.isBroken) };
  const [first, ...others] = headers;
  if (first === undefined) {
    // Where there are syntax errors, the header may have one; and the first of them is what to look at first.
    if (report.isEmpty) reportMissingPackage(files, report);
    const span = files[0]?.start ?? { file: 0, start: 0, end: 0 };
    return { name: unnamed, key: '', span, docs: undefined, ...contents };
  }
  const key = formatPackageName(packageNameOf(first.name));
  for (const other of others) checkSameName(key, first, other, report);
  checkDocs(headers, report);
  const docs = headers.find((header) => header.docs !== undefined)?.docs;
  return { ...identityOf(first), docs, ...contents };
}

/** The first package of each name; the others are reported. What they define is missed nowhere. */
export function distinctUnits(units: readonly PackageUnit[], report: ProblemReport): PackageUnit[] {
  const first = new Map<string, PackageUnit>();
  for (const unit of units) {
    const earlier = first.get(unit.key);
    if (earlier === undefined) first.set(unit.key, unit);
    else if (!isUnnamed(unit.name)) {
      const message = `the package \`${unit.key}\` is defined twice`;
      const notes = [{ message: 'first defined here', span: earlier.span }];
      report.add({ code: 'duplicate-package', message, span: unit.span, notes });
      first.set(unit.key, { ...earlier, isBroken: true });
    }
  }
  return [...first.values()];
}

function unitOf(nested: NestedPackage, report: ProblemReport): PackageUnit {
  const [inner] = nested.nestedPackages;
  // One that is too deep is reported already.
  if (inner !== undefined && !innermost(inner).isBroken) {
    const message = 'a package cannot be nested in another: it must stand at the top level of a file';
    report.add({ code: 'nested-package', message, span: inner.name.span });
  }
  return {
    ...identityOf(nested),
    docs: nested.docs,
    files: [nested.items],
    isBroken: nested.isBroken || inner !== undefined,
  };
}

function innermost(nested: NestedPackage): NestedPackage {
  let deepest = nested;
  for (let [inner] = nested.nestedPackages; inner !== undefined; [inner] = inner.nestedPackages)
    deepest = inner;
  return deepest;
}

function identityOf({ name }: PackageHeader): Pick<PackageUnit, 'name' | 'key' | 'span'> {
  const packageName = packageNameOf(name);
  return { name: packageName, key: formatPackageName(packageName), span: name.span };
}

function reportMissingPackage(files: readonly FileSyntax[], report: ProblemReport): void {
  const [file] = files;
  if (file === undefined) return;
  const message =
    files.length === 1
      ? 'this file does not say which package it belongs to'
      : 'none of these files says which package they belong to';
  const notes = [{ message: 'start the file with a declaration such as `package example:name;`' }];
  report.add({ code: 'missing-package', message, span: file.start, notes });
}

function checkSameName(key: string, first: PackageHeader, other: PackageHeader, report: ProblemReport): void {
  const otherKey = formatPackageName(packageNameOf(other.name));
  if (otherKey === key) return;
  report.add({
    code: 'package-mismatch',
    message: `this file belongs to the package \`${otherKey}\`, but the folder to \`${key}\``,
    span: other.name.span,
    notes: [{ message: 'the name of the package is declared here', span: first.name.span }],
  });
}

function checkDocs(headers: readonly PackageHeader[], report: ProblemReport): void {
  const [first, second] = headers.filter(({ docs }) => docs !== undefined);
  if (first === undefined || second === undefined) return;
  report.add({
    code: 'duplicate-package-docs',
    message: 'only one file of a package may document its `package` declaration',
    span: second.docsSpan ?? second.name.span,
    notes: [{ message: 'it is documented here', span: first.docsSpan ?? first.name.span }],
  });
}
