export { defineConfig, type Config } from './config/config.js';
export { BindgenError, type BindgenProblem, type BindgenProblemCode } from './check/bindgen-error.js';
export type { GeneratedFile } from './emit/emit-world.js';
export {
  generate,
  generateInterfaces,
  type GenerateInterfacesOptions,
  type GenerateOptions,
} from './emit/generate.js';
export type { BindgenOptions, FunctionPatterns } from './options/bindgen-options.js';
