import { tokenMatcher, EOF } from 'chevrotain';
import type { IParserErrorMessageProvider, IRecognitionException, IToken, TokenType } from 'chevrotain';
import type { ProblemNote } from '../source/diagnostic.js';
import * as t from './tokens.js';

/** Says what was expected. What was found is added by {@link describeMismatch}, the same way for every rule. */
export const expectationMessages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => `expected ${labelOf(expected)}`,
  buildNotAllInputParsedMessage: () => 'expected the end of the file',
  buildNoViableAltMessage: ({ customUserDescription, expectedPathsPerAlt }) =>
    customUserDescription ?? `expected ${oneOf(firstTokens(expectedPathsPerAlt))}`,
  buildEarlyExitMessage: ({ customUserDescription, expectedIterationPaths }) =>
    customUserDescription ?? `expected ${oneOf(firstTokens([expectedIterationPaths]))}`,
};

export interface Mismatch {
  readonly message: string;
  readonly notes: readonly ProblemNote[];
}

/** What was expected and what stands there, with advice where a keyword stands for a name. */
export function describeMismatch({ message, token }: IRecognitionException): Mismatch {
  const isKeywordForName = message === 'expected an identifier' && /^[a-z]/.test(token.image);
  return {
    message: `${message}, found ${describeToken(token)}`,
    notes: isKeywordForName ? [{ message: `to use the keyword as a name, write \`%${token.image}\`` }] : [],
  };
}

/** More of a token would hide the message. */
const longestToken = 40;

function describeToken(token: IToken): string {
  const { image } = token;
  if (tokenMatcher(token, EOF)) return 'the end of the file';
  const shown = image.length > longestToken ? `${image.slice(0, longestToken)}…` : image;
  const isKeyword = /^[a-z]/.test(image) && !tokenMatcher(token, t.Identifier);
  return `${isKeyword ? 'keyword ' : ''}\`${shown}\``;
}

function labelOf(type: TokenType): string {
  return type.LABEL ?? `\`${type.name}\``;
}

function firstTokens(alternatives: readonly TokenType[][][]): TokenType[] {
  return alternatives.flat().flatMap((path) => path.slice(0, 1));
}

function oneOf(types: readonly TokenType[]): string {
  const labels = [...new Set(types.map(labelOf))];
  return labels.length < 2 ? labels.join() : `${labels.slice(0, -1).join(', ')} or ${labels.at(-1)}`;
}
