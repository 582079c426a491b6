import type { Problem } from '../errors/problem.js';
import type { FuncType } from '../types/item-type.js';
import { describeFunc } from '../types/print.js';

/** Two function types that differ, written as WIT below each other. */
export function typeMismatch(code: string, where: string, expected: FuncType, found: FuncType): Problem {
  const [wanted, given] = [describeFunc(expected), describeFunc(found)];
  const headline = wanted === given ? 'the types differ in resources of the same name' : 'the types differ';
  return { code, where, message: [headline, `expected ${wanted}`, `found    ${given}`].join('\n') };
}
