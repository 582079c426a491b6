import type { Identifier, Prelude } from './ast.js';
import type { CaseSyntax, FieldSyntax, FuncSyntax, LabelSyntax, ParamSyntax } from './ast-types.js';
import type { ResourceFunc, TypeBody, TypeDefSyntax, TypeSyntax } from './ast-types.js';
import * as t from './tokens.js';
import { TypeGrammar } from './type-grammar.js';

/** Declarations of types, and functions. See "Items: type" in the standard's WIT.md. */
export abstract class DeclarationGrammar extends TypeGrammar {
  /** `type`, `record`, `variant`, `enum`, `flags` or `resource`. */
  protected typeDef = this.RULE('typeDef', (prelude: Prelude): TypeDefSyntax =>
    this.OR<TypeDefSyntax>([
      { ALT: () => ({ kind: 'type', ...prelude, ...this.SUBRULE(this.aliasDef) }) },
      { ALT: () => ({ kind: 'type', ...prelude, ...this.SUBRULE(this.recordDef) }) },
      { ALT: () => ({ kind: 'type', ...prelude, ...this.SUBRULE(this.variantDef) }) },
      { ALT: () => ({ kind: 'type', ...prelude, ...this.SUBRULE(this.labelsDef) }) },
      { ALT: () => ({ kind: 'type', ...prelude, ...this.SUBRULE(this.resourceDef) }) },
    ]),
  );

  private aliasDef = this.RULE('aliasDef', (): NamedBody => {
    this.CONSUME(t.Type);
    const name = this.SUBRULE(this.identifier);
    this.CONSUME(t.Equals);
    const type = this.SUBRULE(this.type);
    this.CONSUME(t.Semicolon);
    return { name, body: { kind: 'alias', type } };
  });

  private recordDef = this.RULE('recordDef', (): NamedBody => {
    this.CONSUME(t.Record);
    const name = this.SUBRULE(this.identifier);
    this.CONSUME(t.LeftBrace);
    const fields = this.commaList(t.RightBrace, () => this.SUBRULE(this.field));
    return { name, body: { kind: 'record', fields } };
  });

  private field = this.RULE('field', (): FieldSyntax => {
    const docs = this.documentation();
    const name = this.SUBRULE(this.identifier);
    this.CONSUME(t.Colon);
    const type = this.SUBRULE(this.type);
    return { docs, name, type };
  });

  private variantDef = this.RULE('variantDef', (): NamedBody => {
    this.CONSUME(t.Variant);
    const name = this.SUBRULE(this.identifier);
    this.CONSUME(t.LeftBrace);
    const cases = this.commaList(t.RightBrace, () => this.SUBRULE(this.variantCase));
    return { name, body: { kind: 'variant', cases } };
  });

  private variantCase = this.RULE('variantCase', (): CaseSyntax => {
    const docs = this.documentation();
    const name = this.SUBRULE(this.identifier);
    const type = this.OPTION(() => {
      this.CONSUME(t.LeftParen);
      const payload = this.SUBRULE(this.type);
      this.CONSUME(t.RightParen);
      return payload;
    });
    return { docs, name, type };
  });

  private labelsDef = this.RULE('labelsDef', (): NamedBody => {
    const kind = this.OR<'enum' | 'flags'>([
      { ALT: () => (this.CONSUME(t.Enum), 'enum') },
      { ALT: () => (this.CONSUME(t.Flags), 'flags') },
    ]);
    const name = this.SUBRULE(this.identifier);
    this.CONSUME(t.LeftBrace);
    const labels = this.commaList(t.RightBrace, () => this.SUBRULE(this.label));
    return { name, body: { kind, labels } };
  });

  private label = this.RULE('label', (): LabelSyntax => {
    const docs = this.documentation();
    return { docs, name: this.SUBRULE(this.identifier) };
  });

  private resourceDef = this.RULE('resourceDef', (): NamedBody => {
    this.CONSUME(t.Resource);
    const name = this.SUBRULE(this.identifier);
    const funcs: ResourceFunc[] = [];
    this.OR({
      DEF: [
        { ALT: () => void this.CONSUME(t.Semicolon) },
        {
          ALT: () => {
            this.CONSUME(t.LeftBrace);
            this.MANY(() => {
              funcs.push(this.SUBRULE(this.resourceFunc));
            });
            this.CONSUME(t.RightBrace, { ERR_MSG: 'expected a function, `constructor` or `}`' });
          },
        },
      ],
      ERR_MSG: 'expected `;` or `{`',
    });
    return { name, body: { kind: 'resource', funcs } };
  });

  private resourceFunc = this.RULE('resourceFunc', (): ResourceFunc => {
    const prelude = this.SUBRULE(this.prelude);
    const func = this.OR<Omit<ResourceFunc, keyof Prelude>>({
      DEF: [
        { ALT: () => this.SUBRULE(this.constructorFunc) },
        {
          ALT: () => {
            const name = this.SUBRULE(this.identifier);
            this.CONSUME(t.Colon);
            const isStatic = this.OPTION(() => this.CONSUME(t.Static)) !== undefined;
            const method = this.SUBRULE(this.func);
            this.CONSUME(t.Semicolon);
            return { kind: isStatic ? 'static' : 'method', name, func: method };
          },
        },
      ],
      ERR_MSG: 'expected a function or `constructor`',
    });
    return { ...prelude, ...func };
  });

  private constructorFunc = this.RULE('constructorFunc', (): Omit<ResourceFunc, keyof Prelude> => {
    const span = this.spanOf(this.CONSUME(t.Constructor));
    const params = this.SUBRULE(this.params);
    const result = this.SUBRULE(this.funcResult);
    this.CONSUME(t.Semicolon);
    const name = { text: 'constructor', span };
    return { kind: 'constructor', name, func: { async: false, params, result, span } };
  });

  protected func = this.RULE('func', (): FuncSyntax => {
    const isAsync = this.OPTION(() => this.CONSUME(t.Async)) !== undefined;
    const span = this.spanOf(this.CONSUME(t.Func));
    const params = this.SUBRULE(this.params);
    const result = this.SUBRULE(this.funcResult);
    return { async: isAsync, params, result, span };
  });

  private params = this.RULE('params', (): readonly ParamSyntax[] => {
    this.CONSUME(t.LeftParen);
    return this.commaList(t.RightParen, () => this.SUBRULE(this.param));
  });

  private param = this.RULE('param', (): ParamSyntax => {
    const name = this.SUBRULE(this.identifier);
    this.CONSUME(t.Colon);
    return { name, type: this.SUBRULE(this.type) };
  });

  private funcResult = this.RULE('funcResult', (): TypeSyntax | undefined =>
    this.OPTION(() => {
      this.CONSUME(t.Arrow);
      return this.SUBRULE(this.type);
    }),
  );
}

interface NamedBody {
  readonly name: Identifier;
  readonly body: TypeBody;
}
