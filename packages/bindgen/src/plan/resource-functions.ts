import type { FuncPlan, TypePlan } from './model.js';

/** All functions of a resource, in the order in which they are listed everywhere. */
export function resourceFunctions(type: TypePlan): FuncPlan[] {
  return type.kind === 'resource' ? [type.construct ?? [], type.methods, type.statics].flat() : [];
}
