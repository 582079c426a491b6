import type * as ast from './ast.js';
import { InterfaceGrammar } from './interface-grammar.js';
import * as t from './tokens.js';

/** Worlds. See "Item: `world`" and "Item: `include`" in the standard's WIT.md. */
export abstract class WorldGrammar extends InterfaceGrammar {
  protected world = this.RULE('world', (prelude: ast.Prelude): ast.WorldSyntax => {
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

const worldItemKinds = '`import`, `export`, `include`, `use`, a type';
