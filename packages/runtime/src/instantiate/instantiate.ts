import type { ComponentInstance } from '../call/component-instance.js';
import { asTrap } from '../errors/core-trap.js';
import { LinkError } from '../errors/link-error.js';
import type { Initializer } from '../plan/plan.js';
import { componentArguments, takeExports } from './imported-components.js';
import { runtimeImports } from './imports.js';
import type { InstancePre } from './instance-pre.js';
import { Instance } from './instance.js';
import { InstanceState } from './instance-state.js';
import { InstanceSettings, type InstantiateOptions } from './instantiate-options.js';

/** A core module to be instantiated. */
interface CoreInstantiation {
  readonly module: WebAssembly.Module;
  readonly imports: WebAssembly.Imports;
  /** What it becomes, for messages. */
  readonly where: string;
}

/** What is done in steps: whoever drives it instantiates the core modules, at once or in time. */
type Steps<T> = Generator<CoreInstantiation, T, WebAssembly.Instance>;

export async function instantiate(pre: InstancePre, options?: InstantiateOptions): Promise<Instance> {
  const running = instantiation(pre, new InstanceSettings(options));
  let step = running.next();
  while (step.done !== true) {
    const { module, imports, where } = step.value;
    let instance: WebAssembly.Instance;
    try {
      instance = await WebAssembly.instantiate(module, imports);
    } catch (thrown) {
      throw instantiationError(thrown, where);
    }
    step = running.next(instance);
  }
  return step.value;
}

export function instantiateSync(pre: InstancePre, options?: InstantiateOptions): Instance {
  const running = instantiation(pre, new InstanceSettings(options));
  let step = running.next();
  while (step.done !== true) {
    const { module, imports, where } = step.value;
    let instance: WebAssembly.Instance;
    try {
      instance = new WebAssembly.Instance(module, imports);
    } catch (thrown) {
      throw instantiationError(thrown, where);
    }
    step = running.next(instance);
  }
  return step.value;
}

/**
 * @param settings - shared by all instances that are made on the way
 * @param name - what messages call the component; empty for the one that is linked
 * @param parent - the component instance that instantiates it, if one does
 */
function* instantiation(
  pre: InstancePre,
  settings: InstanceSettings,
  name = '',
  parent?: ComponentInstance,
): Steps<Instance> {
  const providers: Instance[] = [];
  for (const provider of pre.imports.providers)
    providers.push(yield* instantiation(provider.pre, settings, provider.name));
  const instance = new Instance(pre, runtimeImports(pre.imports, providers), settings, parent);
  yield* initialization(instance.state, name);
  return instance;
}

function* initialization(state: InstanceState, name: string): Steps<void> {
  for (const initializer of state.component.plan.initializers) {
    switch (initializer.op) {
      case 'instantiate-module': {
        const module = state.module(initializer.module);
        if (module === undefined) throw new Error('a core module is not resolved');
        const where = `core instance ${state.coreInstanceCount}${name === '' ? '' : ` of ${name}`}`;
        state.addCoreInstance(yield { module, imports: state.coreImports(initializer.args), where });
        break;
      }
      case 'instantiate-component':
        takeExports(state, yield* importedInstance(state, initializer), initializer.exports);
        break;
      default:
        state.initialize(initializer);
    }
  }
}

/** Instantiates a component that another imports. */
function* importedInstance(
  state: InstanceState,
  { component, instance, args }: Extract<Initializer, { readonly op: 'instantiate-component' }>,
): Steps<InstanceState> {
  const imported = state.imports.components.get(component);
  if (imported === undefined) throw new Error('a component is not resolved');
  const name = importName(state, component);
  const parent = state.componentInstance(instance);
  if ('imports' in imported) return (yield* instantiation(imported, state.settings, name, parent)).state;
  const given = componentArguments(imported, args, state);
  const inner = new InstanceState(imported, given, state.presentation, state.settings, parent);
  yield* initialization(inner, name);
  return inner;
}

/** The name that a component is imported by. */
function importName({ component }: InstanceState, index: number): string {
  const entry = component.plan.imports.find((found) => found.kind === 'component' && found.import === index);
  return entry?.name ?? 'an imported component';
}

/** Core imports of the right kind and the wrong type are found by the engine alone. */
function instantiationError(thrown: unknown, where: string): unknown {
  if (!(thrown instanceof WebAssembly.LinkError)) return asTrap(thrown);
  return new LinkError([{ code: 'core-link', where, message: thrown.message }]);
}
