import { inInterface, inPackage, input } from './input.js';
import type { HostileGroup, HostileInput } from './input.js';

/** What is no WIT. */
export const garbage: HostileGroup = {
  count: 300_000,
  inputs: [
    ...['\uFEFF', '\uFFFF', '\uD800', '🏓', '\r', '"', '\\', '%', '-', '->', '@'].map((text) =>
      atTopLevel(text),
    ),
    ...[';', ',', '.', ':', '=', '<', '>', '(', ')', '{', '}', '_', '1', 'a '].map((text) =>
      atTopLevel(text),
    ),
    ...['use ', 'package ', 'interface ', 'world w {', '@since('].map((text) => atTopLevel(text)),
    ...['\0', '\x7F', '\u202E', '\u0149'].map((text) => atTopLevel(text, 'forbidden-character')),
    atTopLevel('/', 'resolved'),
    atTopLevel('\\"'),
    atTopLevel('@a', 'unknown-attribute'),
    ...[', ', ': ', 'type ', 'type t = ', 'record r { f: ', 'f: func(', 'use a.{'].map(inAnInterface),
    ...['import ', 'export a: ', 'include ', 'include a with { ', '@since(version = '].map(inAWorld),
    input('tokens of all kinds', 'syntax-error', (n) => inPackage(tokenSoup(n))),
  ],
};

function atTopLevel(text: string, outcome: HostileInput['outcome'] = 'syntax-error'): HostileInput {
  return input(`${JSON.stringify(text)} over and over`, outcome, (n) => inPackage(text.repeat(n)));
}

function inAnInterface(text: string): HostileInput {
  return input(`${JSON.stringify(text)} in an interface`, 'syntax-error', (n) => inInterface(text.repeat(n)));
}

function inAWorld(text: string): HostileInput {
  return input(`${JSON.stringify(text)} in a world`, 'syntax-error', (n) =>
    inPackage('world w {', text.repeat(n)),
  );
}

const soup =
  'record r { f : u8 , } ; interface world use . / @ since ( ) -> = < > list // a\n 1 % - ~ package'.split(
    ' ',
  );

/** Tokens in an order that repeats late. */
function tokenSoup(count: number): string {
  let state = 1;
  const tokens = Array.from({ length: count }, () => {
    state = (state * 48271) % 2147483647;
    return soup[state % soup.length] ?? '';
  });
  return tokens.join(' ');
}
