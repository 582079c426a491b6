import { isDeepStrictEqual } from 'node:util';
import { Component, CompileError, ComponentError, Linker, LinkError, Trap } from '@wit-bindgen-ts/runtime';
import type { Func, FuncType, Instance, ResultType } from '@wit-bindgen-ts/runtime';
import { encodeComponent } from '../../harness/component-text.js';
import { argumentValues, constantValue } from './constant.js';
import { readDirectives } from './directive.js';
import type { Command, ComponentSource, Invoke } from './directive.js';
import type { ListExpression } from './s-expression.js';
import { trapCodes } from './trap-codes.js';

/** How one directive went. */
export interface Outcome {
  readonly line: number;
  /** What went otherwise than the directive says; `undefined` if nothing did. */
  readonly failure: string | undefined;
}

/** Runs a script from its first directive to its last. A directive that fails does not keep the next from running. */
export function runScript(script: string): readonly Outcome[] {
  const run = new ScriptRun();
  return readDirectives(script).map(({ line, command }) => ({
    line,
    failure: failureOf(() => run.run(command)),
  }));
}

function failureOf(action: () => void): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

/** What a script has defined so far. Every instance has a linker of its own, and so shares nothing with another. */
class ScriptRun {
  readonly #definitions = new Map<string | undefined, Component>();
  readonly #instances = new Map<string | undefined, Instance>();

  run(command: Command): void {
    switch (command.kind) {
      case 'component':
        return this.#instantiate(command.id, () => compile(command.source));
      case 'definition':
        return this.#define(command.id, command.source);
      case 'instance':
        return this.#instantiate(command.id, () => this.#definition(command.definition));
      case 'invoke':
        return void this.#invoke(command);
      case 'assert-return':
        return this.#assertReturn(command.invoke, command.results);
      case 'assert-trap':
        return this.#assertTrap(command.action, command.trap);
      case 'assert-rejected':
        return assertRejected(command.source);
      case 'assert-unlinkable':
        return void expectThrown(() => instantiate(compile(command.source)), LinkError);
      case 'unknown':
        throw new Error(`unknown directive ${command.word}`);
    }
  }

  /** The latest definition is also the one without a name. */
  #define(id: string | undefined, source: ComponentSource): void {
    this.#definitions.delete(id);
    const component = compile(source);
    this.#definitions.set(id, component).set(undefined, component);
  }

  #definition(id: string | undefined): Component {
    const component = this.#definitions.get(id);
    if (!component) throw new Error(`there is no definition ${id ?? 'before this'}`);
    return component;
  }

  /** The latest instance is also the one without a name: what follows speaks to it, or to none if this fails. */
  #instantiate(id: string | undefined, component: () => Component): void {
    this.#instances.delete(id);
    this.#instances.delete(undefined);
    const instance = instantiate(component());
    this.#instances.set(id, instance).set(undefined, instance);
  }

  #func({ instance: id, function: name }: Invoke): Func {
    const instance = this.#instances.get(id);
    if (!instance) throw new Error(`there is no instance ${id ?? 'before this'}`);
    const func = instance.getFunc(name);
    if (!func) throw new Error(`the instance has no function ${name}`);
    return func;
  }

  #invoke(invoke: Invoke): unknown {
    const func = this.#func(invoke);
    return func.call(...argumentValues(invoke.arguments, func.type));
  }

  #assertReturn(invoke: Invoke, results: readonly ListExpression[]): void {
    const { type } = this.#func(invoke);
    const expected = expectedResult(results, type);
    const call = () => this.#invoke(invoke);
    const found = type.result?.kind === 'result' ? tagged(call, type.result) : call();
    if (!isDeepStrictEqual(found, expected))
      throw new Error(`returned ${show(found)}, expected ${show(expected)}`);
  }

  #assertTrap(action: Invoke | ComponentSource, description: string): void {
    const expected = trapCodes(description);
    if (expected.length === 0) throw new Error(`no trap code stands for "${description}"`);
    const act = action.kind === 'invoke' ? () => this.#invoke(action) : () => instantiate(compile(action));
    const trap = expectThrown(act, Trap);
    if (!expected.includes(trap.code))
      throw new Error(`trapped with ${trap.code} (${trap.message}), expected ${expected.join(' or ')}`);
    const index = /handle index \d+/.exec(description)?.[0];
    if (index && !trap.message.includes(index))
      throw new Error(`trapped with "${trap.message}", expected ${index}`);
  }
}

function compile(source: ComponentSource): Component {
  return Component.compileSync(source.kind === 'binary' ? source.bytes : encodeComponent(source.text));
}

function instantiate(component: Component): Instance {
  return new Linker().instantiatePre(component).instantiateSync();
}

/**
 * What is quoted may be no component text at all: then the encoder refuses it, and there is nothing to compile. What
 * this runtime does not support yet is refused, but not because it is wrong.
 */
function assertRejected(source: ComponentSource): void {
  if (source.kind === 'quote' && failureOf(() => encodeComponent(source.text)) !== undefined) return;
  const { problems, message } = expectThrown(() => compile(source), CompileError);
  if (problems.every(({ code }) => code.startsWith('unsupported'))) throw new Error(message);
}

function expectThrown<E extends Error>(
  action: () => unknown,
  errorClass: abstract new (...args: never) => E,
): E {
  let returned: unknown;
  try {
    returned = action();
  } catch (error) {
    if (error instanceof errorClass) return error;
    throw error;
  }
  const found = returned instanceof Component ? 'the component compiled' : `it returned ${show(returned)}`;
  throw new Error(`${found}, expected a ${errorClass.name}`);
}

function expectedResult(results: readonly ListExpression[], { result }: FuncType): unknown {
  const [constant] = results;
  if (results.length > 1) throw new Error('a function has one result at most');
  if (constant && result) return constantValue(constant, result);
  if (constant ?? result) throw new Error(`the function returns ${result?.kind ?? 'nothing'}`);
  return undefined;
}

/** A call returns the ok case of a result and throws the err case: puts them together again. */
function tagged(call: () => unknown, { ok, err }: ResultType): object {
  try {
    const val = call();
    return ok ? { tag: 'ok', val } : { tag: 'ok' };
  } catch (error) {
    if (!(error instanceof ComponentError)) throw error;
    const val: unknown = error.payload;
    return err ? { tag: 'err', val } : { tag: 'err' };
  }
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'bigint' ? `${inner.toString()}n` : inner,
  );
}
