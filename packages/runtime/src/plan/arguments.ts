import type { ExternDeclaration } from '../binary/definitions.js';
import { compileErrorAt } from '../errors/compile-error.js';
import { TypeComparison } from '../types/compare.js';
import { describeFunc } from '../types/print.js';
import type { ResourceType } from '../types/val-type.js';
import type { ItemTypes, ResourceSupply } from './item-types.js';
import type { DefinedType, Item, ItemType } from './items.js';
import type { TypeScope } from './scope.js';

/** Checks the arguments of an instantiation against the imports that they are for. */
export class ArgumentCheck {
  readonly #itemTypes: ItemTypes;
  readonly #args: ReadonlyMap<string, Item>;
  readonly #offset: number;
  readonly #comparison = new TypeComparison((expected, found) => expected === found);

  /** @param offset - the place of the instantiation in the binary */
  constructor(itemTypes: ItemTypes, args: ReadonlyMap<string, Item>, offset: number) {
    this.#itemTypes = itemTypes;
    this.#args = args;
    this.#offset = offset;
  }

  /**
   * The argument for an import. Resource types that the import declares stand, from here on, for those of the argument.
   *
   * @throws {CompileError} if there is none, or it is of another type.
   */
  argument(scope: TypeScope, declaration: ExternDeclaration, offset: number): Item {
    const { name } = declaration;
    const actual = this.#args.get(name);
    if (actual === undefined)
      throw this.#error('missing-argument', `nothing is given for the import \`${name}\``);
    const expected = this.#itemTypes.itemType(scope, declaration, this.#supply(this.#args, ''), offset);
    this.#check(expected, actual, name);
    return actual;
  }

  #supply(actual: ReadonlyMap<string, Item>, path: string): ResourceSupply {
    return {
      resource: (name): ResourceType => {
        const item = actual.get(name);
        if (item?.sort === 'type' && item.type.kind === 'resource') return item.type;
        throw this.#error('argument-type', `\`${path}${name}\` should be a resource`);
      },
      nested: (name): ResourceSupply => {
        const item = actual.get(name);
        if (item?.sort === 'instance') return this.#supply(item.exports, `${path}${name} › `);
        throw this.#error('argument-type', `\`${path}${name}\` should be an instance`);
      },
    };
  }

  #check(expected: ItemType, actual: Item, path: string): void {
    if (expected.sort !== actual.sort) {
      throw this.#error(
        'argument-type',
        `\`${path}\` should be a ${expected.sort}, but a ${actual.sort} is given`,
      );
    }
    if (expected.sort === 'func' && actual.sort === 'func') {
      if (this.#comparison.equalFuncs(expected.type, actual.type)) return;
      const types = `expected ${describeFunc(expected.type)}, found ${describeFunc(actual.type)}`;
      throw this.#error('argument-type', `\`${path}\` is a function of another type: ${types}`);
    }
    if (expected.sort === 'instance' && actual.sort === 'instance') {
      for (const [name, item] of expected.exports) {
        const found = actual.exports.get(name);
        if (found === undefined) throw this.#error('missing-export', `\`${path}\` has no export \`${name}\``);
        this.#check(item, found, `${path} › ${name}`);
      }
    }
    if (expected.sort === 'type' && actual.sort === 'type' && !this.#equalTypes(expected.type, actual.type)) {
      throw this.#error('argument-type', `\`${path}\` is another type`);
    }
  }

  #equalTypes(expected: DefinedType, actual: DefinedType): boolean {
    if (expected.kind === 'type' && actual.kind === 'type')
      return this.#comparison.equal(expected.type, actual.type);
    if (expected.kind === 'func' && actual.kind === 'func')
      return this.#comparison.equalFuncs(expected, actual);
    if (expected.kind === 'resource' || actual.kind === 'resource') return expected === actual;
    // The types of instances and components are compared where something has them.
    return expected.kind === actual.kind;
  }

  #error(code: string, message: string): Error {
    return compileErrorAt(code, this.#offset, message);
  }
}
