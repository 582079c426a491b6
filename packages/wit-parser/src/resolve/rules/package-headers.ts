import type { FileSyntax, PackageHeader } from '../../syntax/ast.js';
import type { Report } from '../context.js';
import { packageKey } from '../package-name.js';

/** One file of a package, at least, says what it is called. */
export function reportMissingHeader(files: readonly FileSyntax[], report: Report): void {
  const [file] = files;
  if (file === undefined) return;
  const message =
    files.length === 1
      ? 'this file does not say which package it belongs to'
      : 'none of these files says which package they belong to';
  const notes = [{ message: 'start the file with a declaration such as `package example:name;`' }];
  report({ code: 'missing-package', message, span: file.start, notes });
}

/** All files that say so say the same. */
export function checkSameName(first: PackageHeader, other: PackageHeader, report: Report): boolean {
  const key = packageKey(first.name);
  const otherKey = packageKey(other.name);
  if (otherKey === key) return true;
  report({
    code: 'package-mismatch',
    message: `this file belongs to the package \`${otherKey}\`, but the folder to \`${key}\``,
    span: other.name.span,
    notes: [{ message: 'the name of the package is declared here', span: first.name.span }],
  });
  return false;
}

/** One of them may document the package. */
export function checkDocumentedOnce(headers: readonly PackageHeader[], report: Report): void {
  const [first, second] = headers.filter(({ docs }) => docs !== undefined);
  if (first === undefined || second === undefined) return;
  report({
    code: 'duplicate-package-docs',
    message: 'only one file of a package may document its `package` declaration',
    span: second.docsSpan ?? second.name.span,
    notes: [{ message: 'it is documented here', span: first.docsSpan ?? first.name.span }],
  });
}
