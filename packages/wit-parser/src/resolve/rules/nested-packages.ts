import type { NestedPackage } from '../../syntax/ast.js';
import type { Report } from '../context.js';

/** Packages stand in files, not in each other. */
export function checkNotNested({ nestedPackages: [inner] }: NestedPackage, report: Report): void {
  if (inner === undefined) return;
  const message = 'a package cannot be nested in another: it must stand at the top level of a file';
  report({ code: 'nested-package', message, span: inner.name.span });
}
