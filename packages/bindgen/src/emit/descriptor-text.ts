import type { DescriptorItem, FuncPlan, TypePlan } from '../plan/model.js';
import type { ValueType } from '../plan/value-type.js';
import { stringLiteral, tallObject, wideObject } from './literals.js';
import type { RuntimeImports } from './runtime-imports.js';

/** Writes the types of components as calls to the runtime's constructors of them. */
export class DescriptorText {
  readonly #runtime: RuntimeImports;

  constructor(runtime: RuntimeImports) {
    this.#runtime = runtime;
  }

  value(type: ValueType): string {
    switch (type.kind) {
      case 'primitive':
        return this.#runtime.value(type.name === 'error-context' ? 'errorContext' : type.name);
      case 'named':
        return type.name;
      case 'own':
      case 'borrow':
        return this.#call(type.kind, type.name);
      case 'list':
        return this.#call('list', this.value(type.element));
      case 'fixed-length-list':
        return this.#call('list', this.value(type.element), String(type.length));
      case 'map':
        return this.#call('map', this.value(type.key), this.value(type.value));
      case 'tuple':
        return this.#call('tuple', ...type.types.map((part) => this.value(part)));
      case 'option':
        return this.#call('option', this.value(type.some));
      case 'result':
        return this.#call(
          'result',
          this.#optional(type.ok),
          ...(type.err === undefined ? [] : [this.value(type.err)]),
        );
      case 'stream':
      case 'future':
        return this.#call(type.kind, ...(type.element === undefined ? [] : [this.value(type.element)]));
    }
  }

  type(type: TypePlan): string {
    switch (type.kind) {
      case 'record':
        return this.#call(
          'record',
          wideObject(type.fields.map((field) => [field.witName, this.value(field.type)])),
        );
      case 'flags':
        return this.#call('flags', ...type.flags.map(({ witName }) => stringLiteral(witName)));
      case 'enum':
        return this.#call('enumOf', ...type.cases.map(({ witName }) => stringLiteral(witName)));
      case 'variant':
        return this.#call(
          'variant',
          wideObject(type.cases.map((item) => [item.witName, this.#optional(item.type)])),
        );
      case 'resource':
        return `${this.#runtime.value('resource')}<${type.name}>(${stringLiteral(type.witName)})`;
      case 'resource-alias':
        return type.target;
      case 'alias':
        return this.value(type.type);
    }
  }

  func({ async: isAsync, params, result }: FuncPlan): string {
    const entries = params.map(({ witName, type }) => [witName, this.value(type)] as const);
    const object = entries.length === 0 ? '{}' : wideObject(entries);
    return this.#call(
      isAsync ? 'asyncFunc' : 'func',
      object,
      ...(result === undefined ? [] : [this.value(result)]),
    );
  }

  instance(items: readonly DescriptorItem[]): string {
    return this.#call('instance', tallObject(items.map((item) => this.item(item))));
  }

  item(item: DescriptorItem): readonly [key: string, value: string] {
    return item.kind === 'func' ? [item.func.witName, this.func(item.func)] : [item.witName, item.name];
  }

  #optional(type: ValueType | undefined): string {
    return type === undefined ? 'null' : this.value(type);
  }

  #call(name: string, ...args: readonly string[]): string {
    return `${this.#runtime.value(name)}(${args.join(', ')})`;
  }
}
