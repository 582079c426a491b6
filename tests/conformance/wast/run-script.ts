import { Linker, LinkError, Trap } from '@wit-bindgen-ts/runtime';
import type { Component, Instance } from '@wit-bindgen-ts/runtime';
import { assertCoreModuleRejected, assertRejected } from './assert-rejected.js';
import { callWith, expectResult, show } from './call.js';
import { dynamicCallees, type Callee, type Callees } from './callee.js';
import { compileComponent, compileCoreModule } from './compile.js';
import { readDirectives } from './directive.js';
import type { Command, ComponentSource, Invoke } from './directive.js';
import { ScriptNames } from './script-names.js';
import { describeThrown, expectThrown, Skipped } from './thrown.js';
import { trapCodes } from './trap-codes.js';

/** How one directive went. */
export interface Outcome {
  /** The line it begins at; 0 for the script as a whole. */
  readonly line: number;
  /** The words it begins with: `assert_return`, `component instance`. */
  readonly word: string;
  readonly result: Result;
}

export type Result =
  | { readonly status: 'passed' }
  /** What went otherwise than the directive says. */
  | { readonly status: 'failed'; readonly message: string }
  | { readonly status: 'skipped'; readonly reason: string };

/**
 * Runs a script from its first directive to its last. A directive that fails does not keep the next from running. What is
 * no script at all fails as a whole.
 */
export async function runScript(
  script: string,
  callees: Callees = dynamicCallees,
): Promise<readonly Outcome[]> {
  const run = new ScriptRun(callees);
  const outcomes: Outcome[] = [];
  const read = await resultOf(async () => {
    for (const { line, word, command } of readDirectives(script))
      outcomes.push({ line, word, result: await resultOf(() => run.run(command)) });
  });
  return read.status === 'passed' ? outcomes : [{ line: 0, word: 'script', result: read }];
}

async function resultOf(action: () => Promise<void>): Promise<Result> {
  try {
    await action();
    return { status: 'passed' };
  } catch (error) {
    if (error instanceof Skipped) return { status: 'skipped', reason: error.reason };
    return { status: 'failed', message: describeThrown(error) };
  }
}

/**
 * What a script has defined so far. Every instance has a linker of its own, in which are the instances that it imports: those
 * that are registered by these names, and those that are called so (`$a` is imported as `a`).
 */
class ScriptRun {
  readonly #definitions = new ScriptNames<Component>('definition');
  readonly #instances = new ScriptNames<Instance>('instance');
  readonly #registered = new Map<string, Instance>();
  readonly #callees: Callees;

  constructor(callees: Callees) {
    this.#callees = callees;
  }

  async run(command: Command): Promise<void> {
    switch (command.kind) {
      case 'component':
        return this.#instances.define(command.id, () => this.#instantiate(compileComponent(command.source)));
      case 'definition':
        return this.#definitions.define(command.id, () => compileComponent(command.source));
      case 'instance':
        return this.#instances.define(command.id, () =>
          this.#instantiate(this.#definitions.get(command.definition)),
        );
      case 'register':
        this.#registered.set(command.name, this.#instances.get(command.instance));
        return;
      case 'invoke':
        await this.#invoke(command);
        return;
      case 'assert-return':
        return expectResult(await this.#func(command.invoke), command.invoke.arguments, command.results);
      case 'assert-trap':
        return this.#assertTrap(command.action, command.trap);
      case 'assert-rejected':
        return assertRejected(command.source, command.reason);
      case 'assert-unlinkable':
        return this.#assertUnlinkable(command.source);
      case 'core-module':
        compileCoreModule(command.source);
        return this.#instances.lack(command.id, 'core modules are not called by themselves');
      case 'core-module-rejected':
        return assertCoreModuleRejected(command.source);
      case 'unreadable':
        throw new Error(command.problem);
    }
  }

  async #instantiate(component: Component): Promise<Instance> {
    const linker = new Linker();
    for (const name of component.type.imports.keys()) {
      const provider = this.#registered.get(name) ?? this.#instances.find(`$${name}`);
      if (provider) linker.root().component(name, provider);
    }
    return linker.instantiatePre(component).instantiate();
  }

  async #func({ instance, function: name }: Invoke): Promise<Callee> {
    return await this.#callees.find(this.#instances.get(instance), name);
  }

  async #invoke(invoke: Invoke): Promise<unknown> {
    return await callWith(await this.#func(invoke), invoke.arguments);
  }

  async #assertTrap(action: Invoke | ComponentSource, description: string): Promise<void> {
    const expected = trapCodes(description);
    const act = async () => {
      if (action.kind === 'invoke') return `it returned ${show(await this.#invoke(action))}`;
      await this.#instantiate(compileComponent(action));
      return 'the component was instantiated';
    };
    const trap = await expectThrown(act, Trap);
    if (expected.length === 0) throw new Error(`no trap code stands for "${description}"`);
    if (!expected.includes(trap.code))
      throw new Error(`trapped with ${trap.code} (${trap.message}), expected ${expected.join(' or ')}`);
    const index = /handle index \d+/.exec(description)?.[0];
    if (index && !trap.message.includes(index))
      throw new Error(`trapped with "${trap.message}", expected ${index}`);
  }

  async #assertUnlinkable(source: ComponentSource): Promise<void> {
    const component = compileComponent(source);
    await expectThrown(async () => {
      await this.#instantiate(component);
      return 'the component was instantiated';
    }, LinkError);
  }
}
