import { EOF } from 'chevrotain';
import type { IToken } from 'chevrotain';
import type { Span } from '../source/span.js';
import type * as ast from './ast.js';
import { SyntaxFailure } from './grammar-base.js';
import type { ParsedFileContext, VersionSyntax } from './grammar-base.js';
import * as t from './tokens.js';
import { TypeGrammar } from './type-grammar.js';

/** As deep as Wasmtime's parser goes. That packages may not be nested in each other at all is said by the resolver. */
const deepestPackage = 100;

/**
 * Files, packages, interfaces and worlds. See "Top-level items" and what follows it in the standard's WIT.md.
 *
 * One instance serves all files: making one takes much longer than parsing a file.
 */
export class WitGrammar extends TypeGrammar {
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
    const items: ast.TopLevelItem[] = [];
    const nestedPackages: ast.NestedPackage[] = [];
    let header: ast.PackageHeader | undefined;
    this.MANY(() => {
      const entry = this.SUBRULE(this.topLevelEntry);
      this.ACTION(() => {
        if (entry.kind === 'item') items.push(entry.item);
        else if (entry.kind === 'nested-package') nestedPackages.push(entry.package);
        else {
          if (header !== undefined || items.length > 0 || nestedPackages.length > 0)
            this.failLateHeader(entry.header);
          header = entry.header;
        }
      });
    });
    this.CONSUME(EOF, { ERR_MSG: `expected ${topLevelKeywords}` });
    return { header, items, nestedPackages, start: { file: this.context.file, start: 0, end: 0 } };
  });

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

  private failLateHeader({ name }: ast.PackageHeader): never {
    throw new SyntaxFailure({
      code: 'misplaced-package',
      message: 'the `package` declaration must come first in its file',
      span: name.span,
      notes: [
        { message: 'to define another package in this file, write its items in braces: `package a:b { … }`' },
      ],
    });
  }

  private package = this.RULE(
    'package',
    (prelude: ast.Prelude, docsSpan: Span | undefined): TopLevelEntry => {
      const keyword = this.CONSUME(t.Package);
      this.ACTION(() => this.checkPackage(keyword, prelude));
      const name = this.SUBRULE(this.packageName);
      const header = { name, docs: prelude?.docs, docsSpan };
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

  private packageBody = this.RULE('packageBody', (): PackageBody => {
    const items: ast.TopLevelItem[] = [];
    const nestedPackages: ast.NestedPackage[] = [];
    this.CONSUME(t.LeftBrace);
    this.ACTION(() => this.#packageDepth++);
    this.MANY(() => {
      const entry = this.SUBRULE(this.topLevelEntry);
      this.ACTION(() => {
        if (entry.kind === 'item') items.push(entry.item);
        else if (entry.kind === 'nested-package') nestedPackages.push(entry.package);
        else this.failLateHeader(entry.header);
      });
    });
    this.ACTION(() => this.#packageDepth--);
    this.CONSUME(t.RightBrace, { ERR_MSG: `expected ${topLevelKeywords} or \`}\`` });
    return { items, nestedPackages };
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

  private optionalVersion = this.RULE('optionalVersion', (): VersionSyntax | undefined =>
    this.OPTION(() => {
      this.CONSUME(t.At);
      return this.SUBRULE(this.version);
    }),
  );

  private topLevelUse = this.RULE('topLevelUse', (prelude: ast.Prelude): ast.TopLevelUse => {
    const span = this.spanOf(this.CONSUME(t.Use));
    const path = this.SUBRULE(this.path);
    const alias = this.SUBRULE(this.alias);
    this.CONSUME(t.Semicolon);
    return { kind: 'use', ...prelude, path, alias, span };
  });

  private alias = this.RULE('alias', (): ast.Identifier | undefined =>
    this.OPTION(() => {
      this.CONSUME(t.As);
      return this.SUBRULE(this.identifier);
    }),
  );

  private path = this.RULE('path', (): ast.PathSyntax => {
    const first = this.SUBRULE1(this.identifier);
    const rest = this.OPTION(() => {
      this.CONSUME(t.Colon);
      const second = this.SUBRULE2(this.identifier);
      return this.SUBRULE(this.pathTail, { ARGS: [first, second] });
    });
    return rest ?? { package: undefined, name: first };
  });

  /** `/name@version`, after a namespace and the name of a package. */
  private pathTail = this.RULE(
    'pathTail',
    (namespace: ast.Identifier, packageName: ast.Identifier): ast.PathSyntax => {
      this.CONSUME(t.Slash);
      const name = this.SUBRULE(this.identifier);
      const version = this.SUBRULE(this.optionalVersion);
      return this.ACTION(() => {
        const span = this.spanBetween(namespace.span, packageName.span);
        return { package: { namespace, name: packageName, version: version?.text, span }, name };
      });
    },
  );

  private interface = this.RULE('interface', (prelude: ast.Prelude): ast.InterfaceSyntax => {
    this.CONSUME(t.Interface);
    const name = this.SUBRULE(this.identifier);
    const items = this.SUBRULE(this.interfaceBody);
    return { kind: 'interface', ...prelude, name, items };
  });

  private interfaceBody = this.RULE('interfaceBody', (): readonly ast.InterfaceItem[] => {
    const items: ast.InterfaceItem[] = [];
    this.CONSUME(t.LeftBrace);
    this.MANY(() => {
      items.push(this.SUBRULE(this.interfaceItem));
    });
    this.CONSUME(t.RightBrace, { ERR_MSG: 'expected a type, a function, `use` or `}`' });
    return items;
  });

  private interfaceItem = this.RULE('interfaceItem', (): ast.InterfaceItem => {
    const prelude = this.SUBRULE(this.prelude);
    return this.OR<ast.InterfaceItem>({
      DEF: [
        { ALT: () => this.SUBRULE(this.typeDef, { ARGS: [prelude] }) },
        { ALT: () => this.SUBRULE(this.useTypes, { ARGS: [prelude] }) },
        {
          ALT: () => {
            const name = this.SUBRULE(this.identifier);
            this.CONSUME(t.Colon);
            const func = this.SUBRULE(this.func);
            this.CONSUME(t.Semicolon);
            return { kind: 'func', ...prelude, name, func };
          },
        },
      ],
      ERR_MSG: 'expected a type, a function or `use`',
    });
  });

  private useTypes = this.RULE('useTypes', (prelude: ast.Prelude): ast.UseSyntax => {
    this.CONSUME(t.Use);
    const path = this.SUBRULE(this.path);
    this.CONSUME(t.Dot);
    this.CONSUME(t.LeftBrace);
    const names = this.commaList(t.RightBrace, () => this.SUBRULE(this.usedName));
    this.CONSUME(t.Semicolon);
    return { kind: 'use-types', ...prelude, path, names };
  });

  private usedName = this.RULE('usedName', (): ast.RenamedName => {
    const name = this.SUBRULE(this.identifier);
    return { name, alias: this.SUBRULE(this.alias) };
  });

  private world = this.RULE('world', (prelude: ast.Prelude): ast.WorldSyntax => {
    const items: ast.WorldItemSyntax[] = [];
    this.CONSUME(t.World);
    const name = this.SUBRULE(this.identifier);
    this.CONSUME(t.LeftBrace);
    this.MANY(() => {
      items.push(this.SUBRULE(this.worldItem));
    });
    this.CONSUME(t.RightBrace, { ERR_MSG: `expected ${worldItemKinds} or \`}\`` });
    return { kind: 'world', ...prelude, name, items };
  });

  private worldItem = this.RULE('worldItem', (): ast.WorldItemSyntax => {
    const prelude = this.SUBRULE(this.prelude);
    return this.OR<ast.WorldItemSyntax>({
      DEF: [
        { ALT: () => this.SUBRULE(this.extern, { ARGS: [prelude] }) },
        { ALT: () => this.SUBRULE(this.typeDef, { ARGS: [prelude] }) },
        { ALT: () => this.SUBRULE(this.useTypes, { ARGS: [prelude] }) },
        { ALT: () => this.SUBRULE(this.include, { ARGS: [prelude] }) },
      ],
      ERR_MSG: `expected ${worldItemKinds}`,
    });
  });

  private include = this.RULE('include', (prelude: ast.Prelude): ast.IncludeSyntax => {
    this.CONSUME(t.Include);
    const path = this.SUBRULE(this.path);
    const renames = this.OR<ast.IncludeSyntax['renames']>({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(t.Semicolon);
            return [];
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.With);
            this.CONSUME(t.LeftBrace);
            return this.commaList(t.RightBrace, () => this.SUBRULE(this.rename));
          },
        },
      ],
      ERR_MSG: 'expected `;` or keyword `with`',
    });
    return { kind: 'include', ...prelude, path, renames };
  });

  private rename = this.RULE('rename', (): ast.IncludeSyntax['renames'][number] => {
    const from = this.SUBRULE1(this.identifier);
    this.CONSUME(t.As);
    return { from, to: this.SUBRULE2(this.identifier) };
  });

  private extern = this.RULE('extern', (prelude: ast.Prelude): ast.ExternSyntax => {
    const kind = this.OR<'import' | 'export'>([
      { ALT: () => (this.CONSUME(t.Import), 'import') },
      { ALT: () => (this.CONSUME(t.Export), 'export') },
    ]);
    const name = this.SUBRULE(this.identifier);
    const item = this.OR2<ast.ExternItem>({
      DEF: [
        {
          ALT: () => {
            this.CONSUME1(t.Semicolon);
            return { kind: 'path', path: { package: undefined, name } };
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.Colon);
            return this.SUBRULE(this.externType, { ARGS: [name] });
          },
        },
      ],
      ERR_MSG: 'expected `:` or `;`',
    });
    return { kind, ...prelude, item };
  });

  /** What follows `import name:`. */
  private externType = this.RULE('externType', (name: ast.Identifier): ast.ExternItem =>
    this.OR<ast.ExternItem>({
      DEF: [
        {
          ALT: () => {
            const func = this.SUBRULE(this.func);
            this.CONSUME1(t.Semicolon);
            return { kind: 'func', name, func };
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.Interface);
            return { kind: 'inline-interface', name, items: this.SUBRULE(this.interfaceBody) };
          },
        },
        {
          ALT: () => {
            const second = this.SUBRULE(this.identifier);
            const item = this.SUBRULE(this.externPath, { ARGS: [name, second] });
            this.CONSUME2(t.Semicolon);
            return item;
          },
        },
      ],
      ERR_MSG: 'expected `func`, `interface` or the name of an interface',
    }),
  );

  /** What follows `import first:second`: `first` is a namespace before a slash, else the name of the import. */
  private externPath = this.RULE(
    'externPath',
    (first: ast.Identifier, second: ast.Identifier): ast.ExternItem =>
      this.OR<ast.ExternItem>([
        { ALT: () => ({ kind: 'path', path: this.SUBRULE1(this.pathTail, { ARGS: [first, second] }) }) },
        {
          ALT: () => {
            this.CONSUME(t.Colon);
            const third = this.SUBRULE(this.identifier);
            const path = this.SUBRULE2(this.pathTail, { ARGS: [second, third] });
            return { kind: 'named-path', name: first, path };
          },
        },
        {
          ALT: () => {
            this.ACTION(() => this.checkNotPackage(first, second));
            return { kind: 'named-path', name: first, path: { package: undefined, name: second } };
          },
        },
      ]),
  );

  /** `a:b` without a space is the name of a package; `a: b` is `b` under the name `a`. */
  private checkNotPackage(first: ast.Identifier, second: ast.Identifier): void {
    if (second.span.start > first.span.end + 1) return;
    this.context.report({
      code: 'package-as-interface',
      message: `\`${first.text}:${second.text}\` is the name of a package, not of an interface`,
      span: this.spanBetween(first.span, second.span),
      notes: [{ message: `for the interface \`${second.text}\`, write \`${first.text}: ${second.text}\`` }],
    });
  }
}

const topLevelKeywords = '`interface`, `world`, `use` or `package`';
const worldItemKinds = '`import`, `export`, `include`, `use`, a type';

interface PackageBody {
  readonly items: readonly ast.TopLevelItem[];
  readonly nestedPackages: readonly ast.NestedPackage[];
}

type TopLevelEntry =
  | { readonly kind: 'item'; readonly item: ast.TopLevelItem }
  | { readonly kind: 'header'; readonly header: ast.PackageHeader }
  | { readonly kind: 'nested-package'; readonly package: ast.NestedPackage };
