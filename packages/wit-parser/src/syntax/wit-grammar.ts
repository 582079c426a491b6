import { EOF } from 'chevrotain';
import type { IToken } from 'chevrotain';
import type { Span } from '../source/span.js';
import type * as ast from './ast.js';
import { SyntaxFailure } from './grammar-base.js';
import type { ParsedFileContext } from './grammar-base.js';
import * as t from './tokens.js';
import { WorldGrammar } from './world-grammar.js';

/** As deep as Wasmtime's parser goes. That packages may not be nested in each other at all is said by the resolver. */
const deepestPackage = 100;

/**
 * Files and packages. See "Top-level items" and "Package declaration" in the standard's WIT.md.
 *
 * One instance serves all files: making one takes much longer than parsing a file.
 */
export class WitGrammar extends WorldGrammar {
  #packageDepth = 0;

  constructor(options: { readonly skipValidations: boolean }) {
    super(options);
    this.performSelfAnalysis();
  }

  /**
   * @returns The file; `undefined` when `errors` says why not.
   * @throws SyntaxFailure
   */
  parseTokens(tokens: IToken[], context: ParsedFileContext): ast.FileSyntax | undefined {
    this.input = tokens;
    this.context = context;
    this.resetDepth();
    this.#packageDepth = 0;
    const file = this.wit();
    return this.errors.length === 0 ? file : undefined;
  }

  private wit = this.RULE('wit', (): ast.FileSyntax => {
    const entries = this.SUBRULE(this.entries);
    this.CONSUME(EOF, { ERR_MSG: `expected ${topLevelKeywords}` });
    return this.ACTION(() => {
      const [first, ...rest] = entries;
      const header = first?.kind === 'header' ? first.header : undefined;
      const contents = this.packageContents(header === undefined ? entries : rest);
      return { header, ...contents, start: { file: this.context.file, start: 0, end: 0 }, isBroken: false };
    });
  });

  private entries = this.RULE('entries', (): readonly TopLevelEntry[] => {
    const entries: TopLevelEntry[] = [];
    this.MANY(() => {
      entries.push(this.SUBRULE(this.topLevelEntry));
    });
    return entries;
  });

  /** Sorts entries by what they are. */
  private packageContents(entries: readonly TopLevelEntry[]): PackageContents {
    const items: ast.TopLevelItem[] = [];
    const nestedPackages: ast.NestedPackage[] = [];
    for (const entry of entries) {
      if (entry.kind === 'item') items.push(entry.item);
      else if (entry.kind === 'nested-package') nestedPackages.push(entry.package);
      else this.reportLateHeader(entry.header);
    }
    return { items, nestedPackages };
  }

  private reportLateHeader({ name }: ast.PackageHeader): void {
    this.context.report({
      code: 'misplaced-package',
      message: 'the `package` declaration must come first in its file',
      span: name.span,
      notes: [
        { message: 'to define another package in this file, write its items in braces: `package a:b { … }`' },
      ],
    });
  }

  private topLevelEntry = this.RULE('topLevelEntry', (): TopLevelEntry => {
    const docsSpan = this.ACTION(() => this.documentationSpan());
    const prelude = this.SUBRULE(this.prelude);
    return this.OR<TopLevelEntry>({
      DEF: [
        { ALT: () => ({ kind: 'item', item: this.SUBRULE(this.interface, { ARGS: [prelude] }) }) },
        { ALT: () => ({ kind: 'item', item: this.SUBRULE(this.world, { ARGS: [prelude] }) }) },
        { ALT: () => ({ kind: 'item', item: this.SUBRULE(this.topLevelUse, { ARGS: [prelude] }) }) },
        { ALT: () => this.SUBRULE(this.package, { ARGS: [prelude, docsSpan] }) },
      ],
      ERR_MSG: `expected ${topLevelKeywords}`,
    });
  });

  private documentationSpan(): Span | undefined {
    const [first] = this.commentsHere();
    return first && { ...this.spanOf(first), end: first.startOffset + first.image.trimEnd().length };
  }

  private package = this.RULE(
    'package',
    (prelude: ast.Prelude, docsSpan: Span | undefined): TopLevelEntry => {
      const keyword = this.CONSUME(t.Package);
      this.ACTION(() => this.checkPackage(keyword, prelude));
      const name = this.SUBRULE(this.packageName);
      const header = this.ACTION(() => ({ name, docs: prelude.docs, docsSpan }));
      return this.OR<TopLevelEntry>({
        DEF: [
          {
            ALT: () => {
              this.CONSUME(t.Semicolon);
              return { kind: 'header', header };
            },
          },
          {
            ALT: () => ({
              kind: 'nested-package',
              package: { ...header, ...this.SUBRULE(this.packageBody) },
            }),
          },
        ],
        ERR_MSG: 'expected `;` or `{`',
      });
    },
  );

  private checkPackage(keyword: IToken, { attributes }: ast.Prelude): void {
    const [attribute] = attributes;
    if (attribute !== undefined) {
      const message = 'a package cannot have attributes';
      this.context.report({ code: 'misplaced-attribute', message, span: attribute.span });
    }
    if (this.#packageDepth >= deepestPackage) {
      const message = `packages may be nested ${deepestPackage} deep at most`;
      throw new SyntaxFailure({ code: 'nesting-too-deep', message, span: this.spanOf(keyword) });
    }
  }

  private packageBody = this.RULE('packageBody', (): PackageContents & { readonly isBroken: boolean } => {
    this.CONSUME(t.LeftBrace);
    this.ACTION(() => this.#packageDepth++);
    const entries = this.SUBRULE(this.entries);
    this.ACTION(() => this.#packageDepth--);
    this.CONSUME(t.RightBrace, { ERR_MSG: `expected ${topLevelKeywords} or \`}\`` });
    return this.ACTION(() => ({ ...this.packageContents(entries), isBroken: false }));
  });

  private packageName = this.RULE('packageName', (): ast.PackageNameSyntax => {
    const namespace = this.SUBRULE1(this.identifier);
    this.CONSUME(t.Colon);
    const name = this.SUBRULE2(this.identifier);
    const version = this.SUBRULE(this.optionalVersion);
    return this.ACTION(() => {
      const span = this.spanBetween(namespace.span, version?.span ?? name.span);
      return { namespace, name, version: version?.text, span };
    });
  });

  private topLevelUse = this.RULE('topLevelUse', (prelude: ast.Prelude): ast.TopLevelUse => {
    const span = this.spanOf(this.CONSUME(t.Use));
    const path = this.SUBRULE(this.path);
    const alias = this.SUBRULE(this.alias);
    this.CONSUME(t.Semicolon);
    return { kind: 'use', ...prelude, path, alias, span };
  });
}

const topLevelKeywords = '`interface`, `world`, `use` or `package`';

interface PackageContents {
  readonly items: readonly ast.TopLevelItem[];
  readonly nestedPackages: readonly ast.NestedPackage[];
}

type TopLevelEntry =
  | { readonly kind: 'item'; readonly item: ast.TopLevelItem }
  | { readonly kind: 'header'; readonly header: ast.PackageHeader }
  | { readonly kind: 'nested-package'; readonly package: ast.NestedPackage };
