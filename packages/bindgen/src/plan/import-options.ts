import type { FuncPlan, ImportOptions, WorldImport } from './model.js';
import { isResource, resourceFunctions } from './resources.js';

/** What is to be told to the runtime about the functions that the host implements. */
export function importOptionsOf(imports: readonly WorldImport[], resultsAsValues: boolean): ImportOptions {
  const funcs = imports.flatMap(namedFunctions);
  const names = (isChosen: (func: FuncPlan) => boolean): string[] =>
    funcs.flatMap(([name, func]) => (isChosen(func) ? name : []));
  return {
    ...(resultsAsValues && { results: 'value' }),
    trappable: names(({ trappable }) => trappable),
    async: names((func) => func.promised && !func.async),
  };
}

type NamedFunction = readonly [name: string, func: FuncPlan];

function namedFunctions(item: WorldImport): NamedFunction[] {
  switch (item.kind) {
    case 'func':
      return [[item.func.witName, item.func]];
    case 'resource':
      return resourceFunctions(item.type).map((func) => [func.witName, func]);
    case 'used-resource':
      return [];
    case 'interface': {
      const { types, functions } = item.plan;
      const all = [...types.filter(isResource).flatMap(resourceFunctions), ...functions];
      return all.map((func) => [`${item.key}#${func.witName}`, func]);
    }
  }
}
