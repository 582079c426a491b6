import type { DiagnosticCode } from '@wit-bindgen-ts/wit-parser';

/** A kind of WIT that wants to exhaust something, in any size. */
export interface HostileInput {
  readonly name: string;
  /** What becomes of it: the code of its first diagnostic, or a `Resolve`. */
  readonly outcome: DiagnosticCode | 'resolved';
  /** A text that grows with the count in proportion. */
  readonly text: (count: number) => string;
}

export interface HostileGroup {
  /** What is many already. */
  readonly count: number;
  readonly inputs: readonly HostileInput[];
}

export function input(
  name: string,
  outcome: HostileInput['outcome'],
  text: HostileInput['text'],
): HostileInput {
  return { name, outcome, text };
}

/** A text for each number up to the count, in lines. */
export function each(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join('\n');
}

export function inPackage(...parts: readonly string[]): string {
  return `package a:b; ${parts.join(' ')}`;
}

export function inInterface(...parts: readonly string[]): string {
  return inPackage('interface i {', ...parts, '}');
}

export function inWorld(...parts: readonly string[]): string {
  return inPackage('world w {', ...parts, '}');
}
