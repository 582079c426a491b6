import type { Span } from '../source/span.js';
import type { FileSyntax, NestedPackage, TopLevelItem } from '../syntax/ast.js';
import type { Report } from './context.js';
import type { PackageName } from './model.js';
import { packageNameOf } from './package-name.js';
import { checkNotNested } from './rules/nested-packages.js';
import { checkDocumentedOnce, checkSameName, reportMissingHeader } from './rules/package-headers.js';

/** A package with all that its files say. */
export interface PackageUnit {
  /** `undefined` when its header is missing, or could not be read. */
  readonly name: PackageName | undefined;
  /** Where the name stands first. */
  readonly span: Span | undefined;
  readonly docs: string | undefined;
  /** Each file has names of its own. */
  readonly files: readonly (readonly TopLevelItem[])[];
  /** Whether there may be more items, which could not be read. */
  readonly isIncomplete: boolean;
}

/**
 * The package that a group of files makes together, and those nested in them, in the order in which they are found.
 */
export interface PackageGroup {
  readonly main: PackageUnit;
  readonly nested: readonly PackageUnit[];
  /** Names of packages that are not resolved: a file of the group claims one, or it stands in another package. */
  readonly otherNames: readonly PackageName[];
}

/**
 * @param files - The files of one folder, in the order of their paths.
 * @param isClean - Whether there was no syntax error so far: else a header that is missing may have one, and it is not
 *   what to look at first.
 */
export function groupFiles(files: readonly FileSyntax[], isClean: boolean, report: Report): PackageGroup {
  const otherNames: PackageName[] = [];
  const nested = files.flatMap((file) => nestedUnits(file, report, otherNames));
  const headers = files.map((file) => file.header).filter((header) => header !== undefined);
  const [first, ...others] = headers;
  if (first === undefined && isClean) reportMissingHeader(files, report);
  for (const other of others) {
    if (first !== undefined && !checkSameName(first, other, report))
      otherNames.push(packageNameOf(other.name));
  }
  checkDocumentedOnce(headers, report);
  const main = {
    name: first && packageNameOf(first.name),
    span: first?.name.span,
    docs: headers.find((header) => header.docs !== undefined)?.docs,
    files: files.map((file) => file.items),
    isIncomplete: files.some((file) => file.isBroken),
  };
  return { main, nested, otherNames };
}

/** The packages in braces. Those in others are wrong, unless a brace that is missing makes it seem so. */
function nestedUnits(
  { nestedPackages }: FileSyntax,
  report: Report,
  otherNames: PackageName[],
): PackageUnit[] {
  return nestedPackages.map((each) => {
    const { name, docs, items, nestedPackages: inner } = each;
    if (!isBroken(each)) checkNotNested(each, report);
    for (const { name: innerName } of inner) otherNames.push(packageNameOf(innerName));
    return {
      name: packageNameOf(name),
      span: name.span,
      docs,
      files: [items],
      isIncomplete: each.isBroken,
    };
  });
}

function isBroken(syntax: FileSyntax | NestedPackage): boolean {
  return syntax.isBroken || syntax.nestedPackages.some(isBroken);
}
