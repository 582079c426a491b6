import type { PackageContext } from '../context.js';
import type { Func, Type } from '../model.js';

/** A function cannot return a borrowed handle: a borrow ends with the call. */
export function checkResult({ arenas, report }: PackageContext, { name, span }: Func, result: Type): void {
  if (!arenas.containsBorrow(result)) return;
  const shownName = name.replace(/^\[\w+\]/, '');
  const message = `the result of \`${shownName}\` contains a borrowed handle, which ends with the call`;
  report({ code: 'borrow-in-result', message, span });
}
