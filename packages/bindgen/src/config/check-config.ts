import type { Config } from './config.js';
import { ConfigError } from './config-error.js';

/** Says what a value must be, if it is not. */
type Check = (value: unknown) => string | undefined;

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

const text: Check = (value) => (isText(value) && value !== '' ? undefined : 'must be a string');
const flag: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');
const patterns: Check = (value) =>
  value === true || isTexts(value) ? undefined : 'must be a list of strings, or true';
const namesOrAll: Check = (value) =>
  value === 'all' || isTexts(value) ? undefined : "must be a list of strings, or 'all'";

/** Every key of a config, and what its value must be. */
const checks: Readonly<Record<keyof Config, Check | Readonly<Record<string, Check>>>> = {
  input: text,
  worlds: (value) => (Array.isArray(value) && value.length === 0 ? 'must name a world' : namesOrAll(value)),
  interfaces: flag,
  outDir: text,
  features: namesOrAll,
  results: (value) => (value === 'throw' || value === 'value' ? undefined : "must be 'throw' or 'value'"),
  with: (value) =>
    isObject(value) && Object.values(value).every(isText) ? undefined : 'must be an object of strings',
  trappable: patterns,
  async: { imports: patterns, exports: patterns },
};

/**
 * Checks what a config file exports.
 *
 * @throws {ConfigError} For the first key that is not known, or whose value is of a wrong type; it names the key.
 */
export function checkConfig(path: string, value: unknown): readonly Config[] {
  if (!Array.isArray(value)) return [checkEntry(path, value, '')];
  if (value.length === 0) throw new ConfigError(path, 'the list is empty: there is nothing to generate');
  return value.map((each: unknown, index) => checkEntry(path, each, `[${index}]`));
}

function checkEntry(path: string, value: unknown, at: string): Config {
  if (!isObject(value))
    throw new ConfigError(
      path,
      at === '' ? notExported : `\`${at}\` must be an object, found ${shown(value)}`,
    );
  checkKeys(path, value, checks, at);
  if (hasInput(value)) return value;
  throw new ConfigError(path, `\`${keyAt(at, 'input')}\` is missing: what to generate from`);
}

const notExported =
  'the default export must be an object, or a list of them: `export default defineConfig({ … })`';

/** All that was given has been checked; of what must be given, this is all. */
function hasInput(value: object): value is Config {
  return 'input' in value && value.input !== undefined;
}

function checkKeys(
  path: string,
  value: object,
  known: Readonly<Record<string, Check | Readonly<Record<string, Check>>>>,
  at: string,
): void {
  for (const [key, each] of Object.entries(value) as [string, unknown][]) {
    const check = Object.hasOwn(known, key) ? known[key] : undefined;
    const name = keyAt(at, key);
    if (check === undefined) throw new ConfigError(path, unknownKey(name, key, Object.keys(known)));
    if (each === undefined) continue;
    if (typeof check === 'object') {
      if (!isObject(each)) throw new ConfigError(path, `\`${name}\` must be an object, found ${shown(each)}`);
      checkKeys(path, each, check, name);
      continue;
    }
    const problem = check(each);
    if (problem !== undefined) throw new ConfigError(path, `\`${name}\` ${problem}, found ${shown(each)}`);
  }
}

function keyAt(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`;
}

function unknownKey(name: string, key: string, known: readonly string[]): string {
  const plain = (each: string): string => each.toLowerCase().replaceAll(/[^a-z]|s$/g, '');
  const meant = known.find((each) => plain(each) === plain(key));
  const hint = meant === undefined ? `the keys are ${known.join(', ')}` : `did you mean \`${meant}\`?`;
  return `there is no key \`${name}\`; ${hint}`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Values can be long, and of any kind. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  const json = JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `${each}n` : each));
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}
