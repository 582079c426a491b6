import type { ValType } from '../../../packages/runtime/src/types/val-type.js';

/** Writes types as WIT, with a definition for each that WIT gives no other way to write. */
export class WitTypes {
  readonly definitions: string[] = [];

  text(type: ValType): string {
    switch (type.kind) {
      case 'record':
        return this.#define(
          'record',
          type.fields.map((field) => `${witName(field.name)}: ${this.text(field.type)}`),
        );
      case 'variant':
        return this.#define(
          'variant',
          type.cases.map(
            ({ name, type: payload }) => witName(name) + (payload ? `(${this.text(payload)})` : ''),
          ),
        );
      case 'enum':
      case 'flags':
        return this.#define(type.kind, type.names.map(witName));
      case 'list':
        return `list<${this.text(type.element)}${type.length === undefined ? '' : `, ${type.length}`}>`;
      case 'map':
        return `map<${this.text(type.key)}, ${this.text(type.value)}>`;
      case 'tuple':
        return `tuple<${type.types.map((part) => this.text(part)).join(', ')}>`;
      case 'option':
        return `option<${this.text(type.some)}>`;
      case 'result':
        return resultText(type.ok && this.text(type.ok), type.err && this.text(type.err));
      default:
        return type.kind;
    }
  }

  #define(kind: string, members: readonly string[]): string {
    const name = `type-${this.definitions.length}`;
    this.definitions.push(`${kind} ${name} { ${members.join(', ')} }`);
    return name;
  }
}

/** Vectors call members by their numbers, which are no names in WIT. */
export function witName(name: string): string {
  return /^\d/.test(name) ? `n${name}` : name;
}

function resultText(ok: string | undefined, err: string | undefined): string {
  if (err !== undefined) return `result<${ok ?? '_'}, ${err}>`;
  return ok === undefined ? 'result' : `result<${ok}>`;
}

/** A value of the type in WIT, with the names of the vector's type. */
export function withVectorNames(value: unknown, type: ValType): unknown {
  switch (type.kind) {
    case 'record':
      return object(
        type.fields.map(({ name, type: part }) => [
          name,
          withVectorNames(property(value, witName(name)), part),
        ]),
      );
    case 'flags':
      return object(type.names.map((name) => [name, property(value, witName(name))]));
    case 'enum':
      return type.names.find((name) => witName(name) === value);
    case 'list':
      return Array.from(value as ArrayLike<unknown>, (part) => withVectorNames(part, type.element));
    case 'tuple':
      return type.types.map((part, index) => withVectorNames(property(value, index), part));
    case 'map':
      return value;
    case 'option':
      return value === undefined ? undefined : withVectorNames(value, type.some);
    case 'result':
      return withTag(value, property(value, 'tag') === 'ok' ? type.ok : type.err, property(value, 'tag'));
    case 'variant': {
      const one = type.cases.find(({ name }) => witName(name) === property(value, 'tag'));
      return withTag(value, one?.type, one?.name);
    }
    default:
      return value;
  }
}

function withTag(value: unknown, payload: ValType | undefined, tag: unknown): unknown {
  return payload === undefined ? { tag } : { tag, val: withVectorNames(property(value, 'val'), payload) };
}

function object(entries: readonly (readonly [string, unknown])[]): unknown {
  return Object.fromEntries(entries);
}

function property(value: unknown, key: string | number): unknown {
  return Reflect.get(value as object, key);
}
