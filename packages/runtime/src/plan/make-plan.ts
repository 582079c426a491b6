import type { ComponentDefinition } from '../binary/definitions.js';
import { exportEntries } from './exports.js';
import { Frame } from './frame.js';
import { instanceItem } from './instance-extent.js';
import { Inliner } from './inline.js';
import { PlanBuilder } from './plan-builder.js';
import type { Plan } from './plan.js';
import { RootImports } from './root-imports.js';

/** A plan, and the bytes of the core modules that it refers to by their place. */
export interface PlannedComponent {
  readonly plan: Plan;
  readonly modules: readonly Uint8Array<ArrayBuffer>[];
}

/**
 * Plans a component: resolves every name and checks the types that meet where components are instantiated.
 *
 * @throws {CompileError} with the offset of the definition that does not fit.
 */
export function makePlan(component: ComponentDefinition): PlannedComponent {
  const builder = new PlanBuilder();
  const inliner = new Inliner(builder);
  const imports = new RootImports(builder, inliner.itemTypes);
  const root = new Frame(undefined, builder.componentInstance(null, 0));
  inliner.instantiate(component, root, imports.source);
  const exports = exportEntries(builder, instanceItem(root.exports, 0).exports);
  return { plan: builder.finish(imports.entries, exports), modules: builder.modules };
}
