import type { ValidComponent } from '../validate/valid-component.js';
import { Budget } from './budget.js';
import { ExportList } from './exports.js';
import { Frame } from './frame.js';
import { planImport } from './imports.js';
import { Inliner } from './inline.js';
import { CoreModuleList, PlanBuilder, type CoreModuleBytes, type Planning } from './plan-builder.js';
import type { ImportEntry, Plan } from './plan.js';

/** A plan, and the core modules that it refers to by their place. */
export interface PlannedComponent {
  readonly plan: Plan;
  readonly modules: readonly CoreModuleBytes[];
  /** The core modules of nested components that nothing instantiates: they must be valid too. */
  readonly unused: readonly CoreModuleBytes[];
}

/**
 * Plans a valid component: instantiates it symbolically, with everything that it nests, until one flat list is left.
 *
 * @throws {CompileError} with the offset of the definition that this runtime cannot run, or that makes the plan too large.
 */
export function makePlan(component: ValidComponent): PlannedComponent {
  const modules = new CoreModuleList();
  const planning: Planning = {
    budget: new Budget(),
    modules,
    planInside: (inside, outer) => planOf(inside, outer, planning),
  };
  const plan = planOf(component, undefined, planning);
  const used = new Set(modules.modules.map(({ bytes }) => bytes));
  const unused = coreModulesIn(component).filter(({ bytes }) => !used.has(bytes));
  return { plan, modules: modules.modules, unused };
}

function planOf(component: ValidComponent, outer: Frame | undefined, planning: Planning): Plan {
  const builder = new PlanBuilder(planning);
  const root = new Frame(outer, builder, builder.componentInstance(null, component.offset));
  const imports: ImportEntry[] = [];
  const exports = new ExportList(builder, root);
  new Inliner(builder).instantiate(component, root, {
    import: (frame, { name, type, offset }) => {
      const { item, entry } = planImport(builder, frame, name, type, offset);
      imports.push(entry);
      return item;
    },
    export: ({ name, type, offset }, item) => {
      exports.add(name, type, item, offset);
    },
  });
  return builder.finish(imports, exports.entries);
}

function coreModulesIn(component: ValidComponent): CoreModuleBytes[] {
  return component.definitions.flatMap((definition) => {
    if (definition.kind === 'core-module') return [definition];
    return definition.kind === 'component' ? coreModulesIn(definition.component) : [];
  });
}
