import { EmbeddedActionsParser } from 'chevrotain';
import type { IToken, TokenType } from 'chevrotain';
import semver from 'semver';
import type { Problem } from '../source/diagnostic.js';
import type { Span } from '../source/span.js';
import type { Attribute, Identifier, Prelude } from './ast.js';
import { documentationOf } from './comments.js';
import { identifierFault, kebabCase } from './identifiers.js';
import { decodeStringLiteral } from './string-literal.js';
import { expectationMessages } from './syntax-messages.js';
import * as t from './tokens.js';

/** Where a rule stops because of what a token says, not because of its kind. */
export class SyntaxFailure extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** What is known of a file besides its tokens. */
export interface ParsedFileContext {
  /** The file's index in the source map. */
  readonly file: number;
  /** The comments right before a token, by the token's offset. */
  readonly commentsBefore: ReadonlyMap<number, readonly IToken[]>;
  /** For what is wrong but does not keep the parser from going on. */
  readonly report: (problem: Problem) => void;
}

export interface VersionSyntax {
  readonly text: string;
  readonly span: Span;
}

const noContext: ParsedFileContext = { file: 0, commentsBefore: new Map(), report: () => {} };

/**
 * What every part of the grammar uses: places, documentation, lists, identifiers, attributes, versions.
 *
 * The parts extend each other because chevrotain looks ahead over one class that has all rules.
 */
export abstract class GrammarBase extends EmbeddedActionsParser {
  protected context = noContext;

  constructor(options: { readonly skipValidations: boolean }) {
    super(t.allTokens, { ...options, maxLookahead: 1, errorMessageProvider: expectationMessages });
  }

  protected spanOf(token: IToken): Span {
    return { file: this.context.file, start: token.startOffset, end: token.startOffset + token.image.length };
  }

  protected spanBetween(first: Span, last: Span): Span {
    return { file: first.file, start: first.start, end: last.end };
  }

  /** The documentation before the next token. */
  protected documentation(): string | undefined {
    return documentationOf(this.commentsHere());
  }

  protected commentsHere(): readonly IToken[] {
    return this.context.commentsBefore.get(this.LA(1).startOffset) ?? [];
  }

  /** Items between commas, one more comma allowed after the last, up to and with the closing token. */
  protected commaList<Item>(close: TokenType, parseItem: () => Item): Item[] {
    const items: Item[] = [];
    let expectsItem = true;
    this.MANY9({
      GATE: () => expectsItem,
      DEF: () => {
        items.push(parseItem());
        expectsItem = false;
        this.OPTION9(() => {
          this.CONSUME9(t.Comma);
          expectsItem = true;
        });
      },
    });
    this.CONSUME8(close, { ERR_MSG: `expected \`,\` or ${close.LABEL ?? close.name}` });
    return items;
  }

  protected identifier = this.RULE('identifier', (): Identifier => {
    const token = this.CONSUME(t.Identifier);
    return this.ACTION(() => this.checkedIdentifier(token));
  });

  /** A faulty identifier is reported, and taken as it is: the rest of the file may have errors too. */
  private checkedIdentifier(token: IToken): Identifier {
    const span = this.spanOf(token);
    const text = token.image.replace(/^%/, '');
    const fault = identifierFault(text);
    if (fault !== undefined) {
      const suggestion = kebabCase(text);
      this.context.report({
        code: 'invalid-identifier',
        message: `\`${text}\` is not an identifier: ${fault}`,
        span,
        notes:
          identifierFault(suggestion) === undefined ? [{ message: `did you mean \`${suggestion}\`?` }] : [],
      });
    }
    return { text, span };
  }

  protected version = this.RULE('version', (): VersionSyntax => {
    const token = this.CONSUME(t.Version, { ERR_MSG: 'expected a version such as `1.2.0`' });
    return this.ACTION(() => {
      const span = this.spanOf(token);
      if (semver.valid(token.image) === null) {
        this.context.report({ code: 'invalid-version', message: 'this is not a semantic version', span });
      }
      return { text: token.image, span };
    });
  });

  /** Documentation, then attributes. */
  protected prelude = this.RULE('prelude', (): Prelude => {
    const docs = this.documentation();
    const attributes: Attribute[] = [];
    this.MANY(() => {
      attributes.push(this.SUBRULE(this.attribute));
    });
    return { docs, attributes };
  });

  private attribute = this.RULE('attribute', (): Attribute => {
    this.CONSUME(t.At);
    const name = this.SUBRULE(this.identifier);
    this.ACTION(() => this.checkAttributeName(name));
    this.CONSUME(t.LeftParen);
    const attribute = this.OR<Attribute>({
      DEF: [
        { ALT: () => this.SUBRULE(this.externalIdArgument, { ARGS: [name] }) },
        { ALT: () => this.SUBRULE(this.gateArgument, { ARGS: [name] }) },
      ],
      ERR_MSG: 'expected `version`, `feature` or a string',
    });
    this.CONSUME(t.RightParen);
    return attribute;
  });

  private externalIdArgument = this.RULE('externalIdArgument', (name: Identifier): Attribute => {
    const token = this.CONSUME(t.StringLiteral);
    return this.ACTION(() => {
      if (name.text !== 'external-id') this.failArgument(name, token);
      const { value, fault } = decodeStringLiteral(token.image);
      const span = this.spanOf(token);
      if (fault !== undefined) this.context.report({ code: 'invalid-string', message: fault, span });
      return { kind: 'external-id', id: value, span: name.span };
    });
  });

  private gateArgument = this.RULE('gateArgument', (name: Identifier): Attribute => {
    const field = this.CONSUME(t.Identifier);
    this.ACTION(() => {
      if (field.image !== gateFields.get(name.text)) this.failArgument(name, field);
    });
    this.CONSUME(t.Equals);
    return this.OR<Attribute>({
      DEF: [
        {
          GATE: () => name.text !== 'unstable',
          ALT: () => {
            const { text } = this.SUBRULE(this.version);
            return this.ACTION(() => ({
              kind: name.text === 'since' ? 'since' : 'deprecated',
              version: text,
              span: name.span,
            }));
          },
        },
        {
          GATE: () => name.text === 'unstable',
          ALT: () => {
            const { text } = this.SUBRULE(this.identifier);
            return this.ACTION(() => ({ kind: 'unstable', feature: text, span: name.span }));
          },
        },
      ],
      ERR_MSG: 'expected a version such as `1.2.0`, or the name of a feature',
    });
  });

  private checkAttributeName({ text, span }: Identifier): void {
    if (text === 'external-id' || gateFields.has(text)) return;
    const message = `there is no attribute \`@${text}\``;
    const notes = [{ message: 'the attributes are `@since`, `@unstable`, `@deprecated` and `@external-id`' }];
    throw new SyntaxFailure({ code: 'unknown-attribute', message, span, notes });
  }

  private failArgument(attribute: Identifier, found: IToken): never {
    const expected = gateFields.get(attribute.text);
    throw new SyntaxFailure({
      code: 'syntax-error',
      message: `expected ${expected === undefined ? 'a string' : `\`${expected}\``}, found \`${found.image}\``,
      span: this.spanOf(found),
    });
  }
}

/** What each gate is given. */
const gateFields: ReadonlyMap<string, string> = new Map([
  ['since', 'version'],
  ['deprecated', 'version'],
  ['unstable', 'feature'],
]);
