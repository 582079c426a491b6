import { compileErrorAt } from '../errors/compile-error.js';

/** How many there can be in one component; as many as wasm-tools allows, so that what one tool takes the other does. */
const limits = {
  types: { limit: 1_000_000, code: 'too-many-definitions', what: 'types' },
  functions: { limit: 1_000_000, code: 'too-many-definitions', what: 'functions' },
  exports: { limit: 1_000_000, code: 'too-many-exports', what: 'exports' },
  imports: { limit: 1_000_000, code: 'too-many-definitions', what: 'imports' },
  modules: { limit: 1_000, code: 'too-many-definitions', what: 'core modules' },
  components: { limit: 1_000, code: 'too-many-definitions', what: 'components' },
  instances: { limit: 1_000, code: 'too-many-instances', what: 'instances' },
  values: { limit: 1_000, code: 'too-many-definitions', what: 'values' },
  instanceExports: { limit: 100_000, code: 'too-many-exports', what: 'exports of an instance' },
  args: { limit: 100_000, code: 'too-many-definitions', what: 'arguments of an instantiation' },
} as const;

/**
 * Checks that one more can be added to `count`.
 *
 * @throws {CompileError}
 */
export function checkCount(of: keyof typeof limits, count: number, offset: number): void {
  const { limit, code, what } = limits[of];
  if (count < limit) return;
  throw compileErrorAt(code, offset, `there are more than ${limit} ${what}`);
}
