import type { Func } from '../../call/func.js';
import type { GuestHandle } from '../../call/guest-handle.js';
import type { HandlePresentation } from '../../call/instance-handles.js';
import {
  handleOf,
  present,
  ResourceHandle,
  unpresented,
  type ResourceClass,
} from '../../call/resource-handle.js';
import type { ComponentExportIndex } from '../../component/export-index.js';
import type { Instance } from '../../instantiate/instance.js';
import type { ResourceType } from '../../types/val-type.js';

/** An instance, with the classes that the resources it exports are lifted as. */
export class Guest {
  readonly #instance: Instance;
  readonly #classes = new Map<ResourceType, ResourceClass>();
  readonly #presentation: HandlePresentation = {
    present: (handle: GuestHandle) => present(this.#classes.get(handle.resource) ?? ResourceHandle, handle),
    handleOf,
  };

  constructor(instance: Instance) {
    this.#instance = instance;
  }

  /**
   * An exported function. Its type was checked when the export was found, so it is given the one that the generated
   * code says it has.
   */
  func<F extends (...args: never[]) => unknown>(at: ComponentExportIndex): F {
    const place = this.#instance.instancePre.component.placeOf(at);
    const func = place === undefined ? undefined : this.#makeFunc(place);
    if (func === undefined) throw new TypeError('this is the index of an export of another component');
    const call: unknown = (...args: unknown[]) => func.call(...args);
    return call as F;
  }

  /** A constructor's result goes to the constructor of the class, which takes the handle over. */
  #makeFunc(place: number): Func | undefined {
    const { plan } = this.#instance.instancePre.component;
    const func = this.#instance.makeFunc(place, this.#presentation);
    const constructs = plan.exports[place]?.name.startsWith('[constructor]') === true;
    return constructs && func?.type.result?.kind === 'own'
      ? this.#instance.makeFunc(place, unpresented)
      : func;
  }

  /** Lifts the handles to an exported resource as objects of a class. */
  bindResource(at: ComponentExportIndex, cls: ResourceClass): void {
    const type = this.#instance.getResource(at);
    if (type === undefined) throw new TypeError('this is the index of an export of another component');
    this.#classes.set(type, cls);
  }
}
