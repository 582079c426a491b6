import { stringLiteral } from './literals.js';

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** A member's name where it is declared: `a1`, `'a-1'`. */
export function propertyName(member: string): string {
  return identifier.test(member) ? member : stringLiteral(member);
}

/** A method's name where it is declared: `constructor` without brackets would be the constructor, or taken for one. */
export function methodName(member: string): string {
  return member === 'constructor' ? "['constructor']" : propertyName(member);
}

/** A member where it is used: `price.a1`, `price['a-1']`. */
export function propertyOf(object: string, member: string): string {
  return identifier.test(member) ? `${object}.${member}` : `${object}[${stringLiteral(member)}]`;
}
