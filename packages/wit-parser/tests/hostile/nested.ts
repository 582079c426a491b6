import { inInterface, inPackage, input } from './input.js';
import type { HostileGroup } from './input.js';

/** What is nested. */
export const nested: HostileGroup = {
  count: 100_000,
  inputs: [
    input('lists', 'nesting-too-deep', (n) =>
      inInterface('type t =', 'list<'.repeat(n), 'u8', '>'.repeat(n), ';'),
    ),
    input('lists that never end', 'nesting-too-deep', (n) => inInterface('type t =', 'list<'.repeat(n))),
    input('tuples', 'nesting-too-deep', (n) =>
      inInterface('type t =', 'tuple<u8, '.repeat(n), '>'.repeat(n), ';'),
    ),
    input('results', 'nesting-too-deep', (n) =>
      inInterface('f: func() -> ', 'result<_, '.repeat(n), 'u8', '>'.repeat(n), ';'),
    ),
    input('packages', 'nesting-too-deep', (n) => 'package a:b {'.repeat(n) + '}'.repeat(n)),
    input('packages that never end', 'nesting-too-deep', (n) => 'package a:b {'.repeat(n)),
    input('interfaces in worlds', 'syntax-error', (n) =>
      inPackage('world w { import x: interface {'.repeat(n)),
    ),
    input('braces', 'syntax-error', (n) => inPackage('{'.repeat(n), '}'.repeat(n))),
    input('parentheses', 'syntax-error', (n) => inInterface('f: func', '('.repeat(n), ')'.repeat(n), ';')),
    input('angle brackets', 'syntax-error', (n) => inInterface('type t = u8', '<'.repeat(n), '>'.repeat(n))),
    input('comments', 'resolved', (n) => inPackage('/*'.repeat(n), '*/'.repeat(n))),
    input('comments that never end', 'unclosed-comment', (n) => inPackage('/*'.repeat(n))),
    input('comments in an interface', 'resolved', (n) =>
      inInterface('/* '.repeat(n), '*/'.repeat(n), 'type t = u8;'),
    ),
  ],
};
