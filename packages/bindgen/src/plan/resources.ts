import type { FuncPlan, ResourcePlan, TypePlan } from './model.js';

export function isResource(type: TypePlan): type is ResourcePlan {
  return type.kind === 'resource';
}

/** All functions of a resource, in the order in which they are listed everywhere. */
export function resourceFunctions(type: TypePlan): FuncPlan[] {
  return isResource(type) ? [type.construct ?? [], type.methods, type.statics].flat() : [];
}
