import { decode } from '../binary/decode.js';
import { makePlan } from '../plan/make-plan.js';
import { defaultFeatures, type Features } from '../validate/features.js';
import { validate } from '../validate/validate.js';
import { Component as CompiledComponent } from './component.js';
import { compileCoreModules, compileCoreModulesSync } from './core-modules.js';
import { asBytes, sourceBytes, type ComponentBytes, type ComponentSource } from './source-bytes.js';

export interface CompileOptions {
  /** Features that the standard gates, to be turned on or off. Those that WASI 0.3 ships are on. */
  readonly features?: Partial<Features>;
}

/** The class of components, with the compiler that `@wit-bindgen-ts/runtime/precompiled` leaves out. It has no objects. */
class CompilingComponent extends CompiledComponent {
  /**
   * Compiles a component from its bytes, or from the response to a fetch. The bytes are not copied: where `serialize`
   * is to be called, they must not change.
   *
   * @throws {CompileError} if the bytes are no valid component, or none that this runtime can plan, with the offset of
   *   the first byte of what is wrong.
   * @throws {TypeError} if the source holds no bytes, or if there is no feature of a name that is given.
   */
  static async compile(source: ComponentSource, options?: CompileOptions): Promise<CompiledComponent> {
    const { plan, modules, unused } = planOf(await sourceBytes(source), options);
    const compiled = await compileCoreModules([...modules, ...unused]);
    return new CompiledComponent(plan, compiled.slice(0, modules.length), bytesOf(modules));
  }

  /** As `compile`, at once. Browsers refuse this for large core modules outside of workers. */
  static compileSync(bytes: ComponentBytes, options?: CompileOptions): CompiledComponent {
    const { plan, modules, unused } = planOf(asBytes(bytes), options);
    const compiled = compileCoreModulesSync([...modules, ...unused]);
    return new CompiledComponent(plan, compiled.slice(0, modules.length), bytesOf(modules));
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof CompiledComponent;
  }
}

/**
 * A component: decoded, validated, planned, its core modules compiled. It never changes, and any number of instances
 * share it.
 */
export type Component = CompiledComponent;
export const Component = CompilingComponent;

function planOf(bytes: Uint8Array<ArrayBuffer>, { features = {} }: CompileOptions = {}) {
  for (const name of Object.keys(features)) {
    if (!(name in defaultFeatures)) throw new TypeError(`there is no feature \`${name}\``);
  }
  return makePlan(validate(decode(bytes), { ...defaultFeatures, ...features }));
}

function bytesOf(modules: readonly { readonly bytes: Uint8Array<ArrayBuffer> }[]): Uint8Array<ArrayBuffer>[] {
  return modules.map(({ bytes }) => bytes);
}
