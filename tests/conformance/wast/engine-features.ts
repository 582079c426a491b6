import { encodeComponent } from '../../harness/component-text.js';

/**
 * Features of core WebAssembly that scripts use and not every engine has. Each is told by modules that use it in all the
 * ways that an engine has words for.
 */
const probes: Readonly<Record<string, readonly string[]>> = {
  'multi-memory': [
    '(module (memory 0) (memory 0))',
    '(module (import "" "a" (memory 0)) (memory 0))',
    '(module (import "" "a" (memory 0)) (import "" "b" (memory 0)))',
  ],
  exnref: [
    '(module (func (block (result exnref) (try_table (catch_all_ref 0)) unreachable) drop))',
    '(module (func (block (try_table (catch_all 0)))))',
    '(module (func (param exnref) local.get 0 throw_ref))',
    '(module (func (export "") (result exnref) unreachable))',
  ],
  memory64: [
    '(module (memory i64 0))',
    '(module (memory i64 0 1))',
    '(module (import "" "" (memory i64 0)))',
    '(module (import "" "" (memory i64 0 1)))',
    '(module (memory i64 1 1 shared))',
    '(module (table i64 0 funcref))',
    '(module (table i64 0 1 funcref))',
  ],
  GC: [
    '(module (type (struct)))',
    '(module (type (array i8)))',
    '(module (rec (type (func))))',
    '(module (type (sub (func))))',
    '(module (func (param anyref)))',
    '(module (func (param eqref)))',
    '(module (func (param (ref any))))',
    '(module (func (result i31ref) i32.const 0 ref.i31))',
  ],
  'typed function references': [
    '(module (type $t (func)) (func (param (ref $t))))',
    '(module (type $t (func)) (func (param (ref null $t)) local.get 0 call_ref $t))',
    '(module (table 1 funcref (ref.null func)))',
  ],
  'extended constant expressions': ['(module (global i32 (i32.add (i32.const 1) (i32.const 2))))'],
  'custom page sizes': ['(module (memory 1 (pagesize 1)))', '(module (memory 1 1 (pagesize 1)))'],
  'stack switching': ['(module (type $f (func)) (type $c (cont $f)))'],
  'shared-everything threads': [
    '(module (type (shared (func))))',
    '(module (table shared 0 funcref))',
    '(module (table 0 (ref null (shared func))))',
  ],
};

/**
 * The feature that an engine lacks, where this is why it refused a module: it refuses a small module that uses the
 * feature, and in the same words.
 *
 * @param words - what the engine said of the module
 */
export function missingFeature(words: string): string | undefined {
  const found = Object.entries(refusals()).find(([, refused]) =>
    refused.some((refusal) => withoutPlaces(words).includes(refusal)),
  );
  return found?.[0];
}

let known: Readonly<Record<string, readonly string[]>> | undefined;

/** What this engine says of the probes that it refuses. */
function refusals(): Readonly<Record<string, readonly string[]>> {
  known ??= Object.fromEntries(
    Object.entries(probes).map(([feature, modules]) => [feature, modules.flatMap(refusalOf)]),
  );
  return known;
}

function refusalOf(module: string): readonly string[] {
  const bytes = encodeComponent(module);
  if (WebAssembly.validate(bytes)) return [];
  try {
    new WebAssembly.Module(bytes);
    return [];
  } catch (error) {
    return [withoutPlaces(error instanceof Error ? error.message : String(error))];
  }
}

/** What an engine says, but for who says it, and where: names and numbers in decimal. */
function withoutPlaces(words: string): string {
  return words
    .replace(/WebAssembly\.\w+\(\): /g, '')
    .replace(/ @\+\d+/g, '')
    .replace(/#\d+(:"[^"]*")?/g, '#')
    .replace(/\b\d+\b/g, '0');
}
