export { BindgenError, type BindgenProblem, type BindgenProblemCode } from './check/bindgen-error.js';
export type { GeneratedFile } from './emit/emit-world.js';
export { generate, type GenerateOptions } from './emit/generate.js';
