import type { Func, Type, TypeDefKind } from '@wit-bindgen-ts/wit-parser';
import { directReferences } from '../wit/type-references.js';
import type { WitLookup } from '../wit/wit-lookup.js';
import type { ProblemReport } from './problem-report.js';
import type { ItemGroup } from './world-items.js';

const code = 'async-unsupported';

/** Reports what the runtime cannot do yet: async functions, streams, futures and error contexts. */
export function checkAsync(lookup: WitLookup, group: ItemGroup, report: ProblemReport): void {
  for (const { name = '', kind, span } of group.types) {
    const found = asyncKindIn(lookup, kind);
    if (found !== undefined) report.add(code, group, name, `${found} is not supported yet`, span);
  }
  for (const func of group.functions) checkFunc(lookup, group, func, report);
}

function checkFunc(lookup: WitLookup, group: ItemGroup, func: Func, report: ProblemReport): void {
  const add = (message: string, span = func.span): void => report.add(code, group, func.name, message, span);
  if (func.async) add('an async function is not supported yet');
  for (const { name, type, span } of func.params) {
    const found = asyncOf(lookup, type);
    if (found !== undefined)
      add(`${found} is not supported yet, as the parameter \`${name}\` needs it`, span);
  }
  const found = func.result === undefined ? undefined : asyncOf(lookup, func.result);
  if (found !== undefined) add(`${found} is not supported yet, as the result needs it`);
}

/** What a type needs, as far as its name: a named type is reported where it is declared. */
function asyncOf(lookup: WitLookup, type: Type): string | undefined {
  if (type === 'error-context') return 'an error-context';
  if (typeof type !== 'number') return undefined;
  const { name, kind } = lookup.typeDef(type);
  return name === undefined ? asyncKindIn(lookup, kind) : undefined;
}

function asyncKindIn(lookup: WitLookup, kind: TypeDefKind): string | undefined {
  if (kind.kind === 'stream' || kind.kind === 'future') return `a ${kind.kind}`;
  for (const type of directReferences(kind)) {
    const found = asyncOf(lookup, type);
    if (found !== undefined) return found;
  }
  return undefined;
}
