import type { Identifier, Prelude } from './ast.js';
import type {
  FuncSyntax,
  ParamSyntax,
  ResourceFunc,
  TypeBody,
  TypeDefSyntax,
  TypeSyntax,
} from './ast-types.js';
import type { CaseSyntax, FieldSyntax, LabelSyntax } from './ast-types.js';
import { GrammarBase, SyntaxFailure } from './grammar-base.js';
import * as t from './tokens.js';

/** Deeper types are refused, so that no pass over them can exhaust the stack. As deep as Wasmtime's parser goes. */
const deepestType = 100;

interface TypeAlternative {
  readonly ALT: () => TypeSyntax;
}

const primitiveTypes = [
  ...(['bool', 'u8', 'u16', 'u32', 'u64', 's8', 's16', 's32', 's64'] as const),
  ...(['f32', 'f64', 'char', 'string', 'error-context'] as const),
];

const longestList = 0xffff_ffff;

/** Types, type declarations and functions. See "Types" and "Items: type" in the standard's WIT.md. */
export abstract class TypeGrammar extends GrammarBase {
  #depth = 0;
  /** Made once: `type` is the rule that runs most. */
  #typeAlternatives: TypeAlternative[] | undefined;

  protected resetDepth(): void {
    this.#depth = 0;
  }

  protected type = this.RULE('type', (): TypeSyntax => {
    this.ACTION(() => this.enterType());
    const type = this.OR<TypeSyntax>({
      DEF: (this.#typeAlternatives ??= this.typeAlternatives()),
      ERR_MSG: 'expected a type',
    });
    this.ACTION(() => this.#depth--);
    return type;
  });

  private enterType(): void {
    if (++this.#depth <= deepestType) return;
    throw new SyntaxFailure({
      code: 'nesting-too-deep',
      message: `types may be nested ${deepestType} deep at most`,
      span: this.spanOf(this.LA(1)),
    });
  }

  private typeAlternatives(): TypeAlternative[] {
    return [
      ...primitiveTypes.map((type, index) => ({
        ALT: (): TypeSyntax => ({
          kind: 'primitive',
          type,
          span: this.spanOf(this.consume(index, t.primitives[type])),
        }),
      })),
      { ALT: () => this.SUBRULE(this.listType) },
      { ALT: () => this.SUBRULE(this.optionType) },
      { ALT: () => this.SUBRULE(this.resultType) },
      { ALT: () => this.SUBRULE(this.tupleType) },
      { ALT: () => this.SUBRULE(this.mapType) },
      { ALT: () => this.SUBRULE(this.asyncValueType) },
      { ALT: () => this.SUBRULE(this.handleType) },
      { ALT: () => this.SUBRULE(this.namedType) },
    ];
  }

  private namedType = this.RULE('namedType', (): TypeSyntax => {
    const name = this.SUBRULE(this.identifier);
    return { kind: 'name', name, span: name?.span };
  });

  private listType = this.RULE('listType', (): TypeSyntax => {
    const span = this.spanOf(this.CONSUME(t.List));
    this.CONSUME(t.LessThan);
    const element = this.SUBRULE(this.type);
    const length = this.OPTION(() => {
      this.CONSUME(t.Comma);
      return this.SUBRULE(this.listLength);
    });
    this.CONSUME(t.GreaterThan, { ERR_MSG: `expected ${length === undefined ? '`,` or ' : ''}\`>\`` });
    return length === undefined
      ? { kind: 'list', element, span }
      : { kind: 'fixed-length-list', element, length, span };
  });

  private listLength = this.RULE('listLength', (): number => {
    const token = this.CONSUME(t.Integer, { ERR_MSG: 'expected the length of the list' });
    return this.ACTION(() => {
      const length = Number(token.image);
      if (/^[1-9]/.test(token.image) && length <= longestList) return length;
      const message = `the length of a list is a number from 1 to ${longestList}, without leading zeros`;
      this.context.report({ code: 'invalid-list-length', message, span: this.spanOf(token) });
      return 1;
    });
  });

  private optionType = this.RULE('optionType', (): TypeSyntax => {
    const span = this.spanOf(this.CONSUME(t.Option));
    this.CONSUME(t.LessThan);
    const element = this.SUBRULE(this.type);
    this.CONSUME(t.GreaterThan);
    return { kind: 'option', element, span };
  });

  private resultType = this.RULE('resultType', (): TypeSyntax => {
    const span = this.spanOf(this.CONSUME(t.Result));
    const args = this.OPTION(() => {
      this.CONSUME(t.LessThan);
      const types = this.SUBRULE(this.resultArguments);
      this.CONSUME(t.GreaterThan);
      return types;
    });
    return { kind: 'result', ok: args?.ok, err: args?.err, span };
  });

  private resultArguments = this.RULE('resultArguments', (): ResultArguments =>
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(t.Underscore);
            this.CONSUME1(t.Comma);
            return { ok: undefined, err: this.SUBRULE1(this.type) };
          },
        },
        {
          ALT: () => {
            const ok = this.SUBRULE2(this.type);
            const err = this.OPTION(() => {
              this.CONSUME2(t.Comma);
              return this.SUBRULE3(this.type);
            });
            return { ok, err };
          },
        },
      ],
      ERR_MSG: 'expected a type or `_`',
    }),
  );

  private tupleType = this.RULE('tupleType', (): TypeSyntax => {
    const span = this.spanOf(this.CONSUME(t.Tuple));
    this.CONSUME(t.LessThan);
    const types = this.commaList(t.GreaterThan, () => this.SUBRULE(this.type));
    return { kind: 'tuple', types, span };
  });

  private mapType = this.RULE('mapType', (): TypeSyntax => {
    const span = this.spanOf(this.CONSUME(t.MapKeyword));
    this.CONSUME(t.LessThan);
    const key = this.SUBRULE1(this.type);
    this.CONSUME(t.Comma);
    const value = this.SUBRULE2(this.type);
    this.CONSUME(t.GreaterThan);
    return { kind: 'map', key, value, span };
  });

  private asyncValueType = this.RULE('asyncValueType', (): TypeSyntax => {
    const kind = this.OR<'future' | 'stream'>([
      { ALT: () => (this.CONSUME(t.Future), 'future') },
      { ALT: () => (this.CONSUME(t.Stream), 'stream') },
    ]);
    const span = this.spanOf(this.LA(0));
    const element = this.OPTION(() => {
      this.CONSUME(t.LessThan);
      const type = this.SUBRULE(this.type);
      this.CONSUME(t.GreaterThan);
      return type;
    });
    return { kind, element, span };
  });

  private handleType = this.RULE('handleType', (): TypeSyntax => {
    const kind = this.OR<'own' | 'borrow'>([
      { ALT: () => (this.CONSUME(t.Own), 'own') },
      { ALT: () => (this.CONSUME(t.Borrow), 'borrow') },
    ]);
    const span = this.spanOf(this.LA(0));
    this.CONSUME(t.LessThan);
    const resource = this.SUBRULE(this.identifier);
    this.CONSUME(t.GreaterThan);
    return { kind, resource, span };
  });

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

interface ResultArguments {
  readonly ok: TypeSyntax | undefined;
  readonly err: TypeSyntax | undefined;
}

interface NamedBody {
  readonly name: Identifier;
  readonly body: TypeBody;
}
