import type { AfterCall } from './passing-guest.js';
import type { TypeCase } from './type-case.js';

/**
 * The WIT of a world with functions of a type in every position, each of which it imports and exports: of an interface, of
 * a resource and of the world itself.
 */
export function caseWorld({ name, type, declarations = '', isBorrowed }: TypeCase): string {
  const hasTokens = /\btoken\b/.test(type + declarations);
  const scope = `${hasTokens ? 'use tokens.{token};' : ''} ${declarations}`;
  const [same, among] = isBorrowed === true ? ['', ''] : [`-> ${type}`, `-> tuple<u8, ${type}>`];
  return `package run:%${name};
${hasTokens ? 'interface tokens { resource token; }' : ''}
interface values {
  ${scope}
  pass: func(value: ${type}) ${same};
  among: func(before: bool, value: ${type}, after: string) ${among};
  resource holder {
    constructor(value: ${type});
    pass: func(value: ${type}) ${same};
    through: static func(value: ${type}) ${same};
  }
}
world both-ways {
  ${scope}
  import values;
  import pass: func(value: ${type}) ${same};
  export values;
  export pass: func(value: ${type}) ${same};
}
`;
}

/** Where the core values of `value` begin in the functions of such a world. */
const firstCoreValue: Readonly<Record<string, number>> = { among: 1, '[method]holder.pass': 1 };

/** What a guest of such a world has borrowed, it drops. */
export function dropsBorrowed({ name, dropBorrowed }: TypeCase): AfterCall {
  return (member, coreFunction) =>
    dropBorrowed?.(
      firstCoreValue[member] ?? 0,
      `${coreFunction(`cm32p2|run:${name}/tokens`, 'token_drop')}`,
    ) ?? '';
}
