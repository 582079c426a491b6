import { primitiveTypes } from './primitive-types.js';
import type { TypeSyntax } from './ast-types.js';
import { GrammarBase, SyntaxFailure } from './grammar-base.js';
import * as t from './tokens.js';

/** Deeper types are refused, so that no pass over them can exhaust the stack. As deep as Wasmtime's parser goes. */
const deepestType = 100;

interface TypeAlternative {
  readonly ALT: () => TypeSyntax;
}

const longestList = 0xffff_ffff;

/** See "Types" in the standard's WIT.md. */
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
    return { kind: 'name', name, span: name.span };
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
    return this.ACTION((): number => {
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
    this.OR<ResultArguments>({
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
}

interface ResultArguments {
  readonly ok: TypeSyntax | undefined;
  readonly err: TypeSyntax | undefined;
}
