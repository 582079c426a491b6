import type { PackageContext } from '../context.js';
import type { Func } from '../model.js';

/** A function does not return a handle that ends with its call. */
export function checkNoBorrowInResult(
  { arenas, report }: PackageContext,
  { name, result, span }: Func,
): void {
  if (result === undefined || !arenas.containsBorrow(result)) return;
  const message = `the result of \`${name}\` contains a borrowed handle, which ends with the call`;
  report({ code: 'borrow-in-result', message, span });
}
