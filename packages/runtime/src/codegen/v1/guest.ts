import type { ResultStyle } from '../../call/function-result.js';
import type { GuestHandle } from '../../call/guest-handle.js';
import type { HandlePresentation } from '../../call/instance-handles.js';
import type { LiftedFunction as Lifted } from '../../call/lifted-function.js';
import {
  handleOf,
  present,
  ResourceHandle,
  unpresented,
  type ResourceClass,
} from '../../call/resource-handle.js';
import type { ComponentExportIndex } from '../../component/export-index.js';
import type { Instance } from '../../instantiate/instance.js';
import { pascalCase } from '../../names/case.js';
import type { ResourcePairs } from '../../types/resource-pairs.js';
import type { ResourceType } from '../../types/val-type.js';
import { DescribedResources } from './described-resources.js';
import { LiftedFunction, type AnyFunction, type CoreFunction } from './lifted-function.js';

/** How generated code presents what a guest exports. */
export interface GuestOptions {
  /**
   * Whether functions with a `result` throw a `ComponentError`, which is what they do if nothing is said, or return the
   * `result` as a value. A constructor throws in any case.
   */
  readonly results?: ResultStyle;
}

/** An instance, with the classes that the resources it exports are lifted as. */
export class Guest {
  readonly #instance: Instance;
  readonly #results: ResultStyle;
  readonly #classes = new Map<ResourceType, ResourceClass>();
  readonly #presentation: HandlePresentation = {
    present: (handle: GuestHandle) => present(this.#classes.get(handle.resource) ?? ResourceHandle, handle),
    handleOf,
  };
  /** One for all functions whose exports were found together. */
  readonly #resources = new Map<ResourcePairs, DescribedResources>();

  constructor(instance: Instance, { results = 'throw' }: GuestOptions = {}) {
    this.#instance = instance;
    this.#results = results;
  }

  /**
   * An exported function, called without generated code for its values. Its type was checked when the export was found, so
   * it is given the one that the generated code says it has.
   *
   * @throws {TypeError} if this is the index of an export of another component.
   */
  func<F extends AnyFunction>(at: ComponentExportIndex): F {
    const call: unknown = this.#dynamicCall(this.#placeOf(at));
    return call as F;
  }

  /**
   * An exported function, called by generated code. Where there is none of its kind, for memories with 64-bit addresses
   * and for functions of the host's that the component only passes on, it is what `func` gives.
   *
   * @param bind - makes the function that the host calls
   * @throws {TypeError} if this is the index of an export of another component.
   */
  lift<Host extends AnyFunction, Core extends CoreFunction>(
    at: ComponentExportIndex,
    bind: (cx: LiftedFunction<Host, Core>) => Host,
  ): Host {
    const place = this.#placeOf(at);
    const lifted = this.#liftedAt(place);
    if (lifted?.options.address !== 'i32' || at.resources === undefined) return this.func<Host>(at);
    const presentation = this.#presentationAt(place, lifted);
    const resources = this.#resourcesOf(at.resources);
    return bind(new LiftedFunction(lifted, presentation, resources, this.#dynamicCall(place)));
  }

  /** Lifts the handles to an exported resource as objects of a class, which gets the name of the resource. */
  bindResource(at: ComponentExportIndex, cls: ResourceClass): void {
    const type = this.#instance.getResource(at);
    if (type === undefined) throw otherComponent();
    Object.defineProperty(cls, 'name', { value: pascalCase(type.name), configurable: true });
    this.#classes.set(type, cls);
  }

  #placeOf(at: ComponentExportIndex): number {
    const place = this.#instance.instancePre.component.placeOf(at);
    if (place === undefined) throw otherComponent();
    return place;
  }

  #liftedAt(place: number): Lifted | undefined {
    const func = this.#instance.state.exportedFunc(place);
    return func?.kind === 'lifted' ? func.lifted : undefined;
  }

  #dynamicCall(place: number): (...args: unknown[]) => unknown {
    const lifted = this.#liftedAt(place);
    const presentation = lifted === undefined ? this.#presentation : this.#presentationAt(place, lifted);
    const results = this.#isConstructor(place) ? 'throw' : this.#results;
    const func = this.#instance.makeFunc(place, presentation, results);
    if (func === undefined) throw otherComponent();
    return (...args) => func.call(...args);
  }

  /** A constructor's result goes to the constructor of the class, which takes the handle over. */
  #presentationAt(place: number, { type }: Lifted): HandlePresentation {
    return this.#isConstructor(place) && type.result?.kind === 'own' ? unpresented : this.#presentation;
  }

  #isConstructor(place: number): boolean {
    const { exports } = this.#instance.instancePre.component.plan;
    return exports[place]?.name.startsWith('[constructor]') === true;
  }

  #resourcesOf(pairs: ResourcePairs): DescribedResources {
    let resources = this.#resources.get(pairs);
    if (resources === undefined) {
      const { state } = this.#instance;
      resources = new DescribedResources((expected) => {
        const found = pairs.foundFor(expected);
        return found && state.resources[found.index];
      });
      this.#resources.set(pairs, resources);
    }
    return resources;
  }
}

function otherComponent(): TypeError {
  return new TypeError('this is the index of an export of another component');
}
