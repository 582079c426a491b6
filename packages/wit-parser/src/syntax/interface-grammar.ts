import type * as ast from './ast.js';
import { DeclarationGrammar } from './declaration-grammar.js';
import type { VersionSyntax } from './grammar-base.js';
import * as t from './tokens.js';

/** Paths, `use` and interfaces. See "Item: `interface`" and "Item: `use`" in the standard's WIT.md. */
export abstract class InterfaceGrammar extends DeclarationGrammar {
  protected optionalVersion = this.RULE('optionalVersion', (): VersionSyntax | undefined =>
    this.OPTION(() => {
      this.CONSUME(t.At);
      return this.SUBRULE(this.version);
    }),
  );

  protected alias = this.RULE('alias', (): ast.Identifier | undefined =>
    this.OPTION(() => {
      this.CONSUME(t.As);
      return this.SUBRULE(this.identifier);
    }),
  );

  protected path = this.RULE('path', (): ast.PathSyntax => {
    const first = this.SUBRULE1(this.identifier);
    const rest = this.OPTION(() => {
      this.CONSUME(t.Colon);
      const second = this.SUBRULE2(this.identifier);
      return this.SUBRULE(this.pathTail, { ARGS: [first, second] });
    });
    return rest ?? { package: undefined, name: first };
  });

  /** `/name@version`, after a namespace and the name of a package. */
  protected pathTail = this.RULE(
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

  protected interface = this.RULE('interface', (prelude: ast.Prelude): ast.InterfaceSyntax => {
    this.CONSUME(t.Interface);
    const name = this.SUBRULE(this.identifier);
    const items = this.SUBRULE(this.interfaceBody);
    return { kind: 'interface', ...prelude, name, items };
  });

  protected interfaceBody = this.RULE('interfaceBody', (): readonly ast.InterfaceItem[] => {
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

  protected useTypes = this.RULE('useTypes', (prelude: ast.Prelude): ast.UseSyntax => {
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
}
