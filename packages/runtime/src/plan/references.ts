import type { CoreArguments, CoreDef, ExportEntry, Initializer, ItemRef, NamedRef, Options } from './plan.js';

/** What initializers make that others refer to by number and that nothing else sees. */
export type MadeKind = 'memory' | 'extracted-func' | 'lifted' | 'core-func';

/** Called for each number that refers to something made; gives the number to stand in its place. */
export type Renumber = (kind: MadeKind, number: number) => number;

/** What an initializer makes; `undefined` for one that is there for what it does. */
export function madeBy({ op }: Initializer): MadeKind | undefined {
  switch (op) {
    case 'extract-memory':
      return 'memory';
    case 'extract-realloc':
    case 'extract-post-return':
    case 'extract-callback':
      return 'extracted-func';
    case 'lift':
      return 'lifted';
    case 'instantiate-module':
    case 'instantiate-component':
    case 'define-resource':
      return undefined;
    default:
      return 'core-func';
  }
}

/** An initializer with other numbers in the places of those that it refers to. */
export function withReferences(step: Initializer, renumber: Renumber): Initializer {
  switch (step.op) {
    case 'instantiate-module':
      return { ...step, args: step.args.map((arg) => coreArguments(arg, renumber)) };
    case 'instantiate-component':
      return { ...step, args: step.args.map((arg) => namedRef(arg, renumber)) };
    case 'extract-memory':
    case 'extract-realloc':
    case 'extract-post-return':
    case 'extract-callback':
      return { ...step, core: coreDef(step.core, renumber) };
    case 'define-resource':
      return { ...step, dtor: step.dtor && coreDef(step.dtor, renumber) };
    case 'lift':
      return { ...step, core: coreDef(step.core, renumber), options: optionsOf(step.options, renumber) };
    case 'lower-import':
      return { ...step, options: optionsOf(step.options, renumber) };
    case 'lower-lifted':
      return {
        ...step,
        lifted: renumber('lifted', step.lifted),
        options: optionsOf(step.options, renumber),
      };
    default:
      return step;
  }
}

/** As `withReferences`, for an export. */
export function exportWithReferences(entry: ExportEntry, renumber: Renumber): ExportEntry {
  return entry.kind === 'func' ? { ...entry, lifted: renumber('lifted', entry.lifted) } : entry;
}

function coreArguments(arg: CoreArguments, renumber: Renumber): CoreArguments {
  if ('instance' in arg) return arg;
  return { ...arg, items: arg.items.map(([name, core]) => [name, coreDef(core, renumber)]) };
}

function coreDef(core: CoreDef, renumber: Renumber): CoreDef {
  return core.kind === 'func' ? { kind: 'func', index: renumber('core-func', core.index) } : core;
}

function optionsOf(options: Options, renumber: Renumber): Options {
  const { memory, realloc, postReturn, callback } = options;
  const func = (number: number | null) => (number === null ? null : renumber('extracted-func', number));
  return {
    ...options,
    memory: memory === null ? null : renumber('memory', memory),
    realloc: func(realloc),
    postReturn: func(postReturn),
    callback: func(callback),
  };
}

function namedRef([name, item]: NamedRef, renumber: Renumber): NamedRef {
  return [name, itemRef(item, renumber)];
}

function itemRef(item: ItemRef, renumber: Renumber): ItemRef {
  if (item.kind === 'func') return { kind: 'func', lifted: renumber('lifted', item.lifted) };
  if (item.kind !== 'instance') return item;
  return { kind: 'instance', items: item.items.map((inner) => namedRef(inner, renumber)) };
}
