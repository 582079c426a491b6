import { HandleTable } from './handle-table.js';

/**
 * The state of one component instance. Instances that a component makes inside of itself are its children.
 *
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#component-instance-state
 */
export class ComponentInstance {
  readonly parent: ComponentInstance | undefined;
  readonly handles = new HandleTable();
  /** False while a call is inside, and for ever after a trap. */
  mayEnter = true;
  /** False while realloc or post-return runs: then nothing may be called that leads out of the instance. */
  mayLeave = true;
  /** What the instance was broken by. */
  trapped: unknown = undefined;

  constructor(parent: ComponentInstance | undefined) {
    this.parent = parent;
  }

  get broken(): boolean {
    return this.trapped !== undefined;
  }
}
