import { splitVersion } from '../../names/versioned-name.js';
import { checkVersion, readPackagePath } from './interface-name.js';
import type { NameText } from './name-text.js';

const forms = {
  // A range of versions has a `>` of its own.
  'unlocked-dep': /^unlocked-dep=<(.*)>$/s,
  'locked-dep': /^locked-dep=<([^>]*)>(?:,integrity=<([^>]*)>)?$/,
  url: /^url=<([^<>]*)>(?:,integrity=<([^>]*)>)?$/,
  integrity: /^integrity=<([^>]*)>$/,
};

export type ImplementationForm = keyof typeof forms;

/** What a name says by its beginning that it is. */
export function implementationForm(text: string): ImplementationForm | undefined {
  return (['unlocked-dep', 'locked-dep', 'url', 'integrity'] as const).find((form) =>
    text.startsWith(`${form}=`),
  );
}

/**
 * Reads `unlocked-dep=<…>`, `locked-dep=<…>`, `url=<…>` or `integrity=<…>`, by which a component imports a certain
 * implementation. The standard has given these names up; tools that compose components still write them.
 */
export function readImplementationName(name: NameText, form: ImplementationForm): void {
  const [, subject, integrity] = forms[form].exec(name.text) ?? [];
  if (subject === undefined) {
    throw name.error('extern-name', `\`${name.text}\` does not have the form of a name with \`${form}=\``);
  }
  if (form === 'unlocked-dep') readPackageQuery(name, subject);
  if (form === 'locked-dep') readPackage(name, subject);
  if (form === 'integrity') checkIntegrity(name, subject);
  if (integrity !== undefined) checkIntegrity(name, integrity);
}

/** `ns:pkg@1.2.3` */
function readPackage(name: NameText, text: string): void {
  const { path, version } = splitVersion(text);
  readPackagePath(name, path);
  if (version !== undefined) checkVersion(name, version);
}

/** `ns:pkg@*`, or with a range: `@{>=1.0.0}`, `@{<2.0.0}` or `@{>=1.0.0 <2.0.0}` */
function readPackageQuery(name: NameText, text: string): void {
  const { path, version } = splitVersion(text);
  readPackagePath(name, path);
  if (version === undefined || version === '*' || version === '{*}') return;
  const range = /^\{(?:>=([^ ]*))?( ?)(?:<(.*))?\}$/s.exec(version);
  const [, lower, space, upper] = range ?? [];
  const bounds = [lower, upper].filter((bound) => bound !== undefined);
  if (bounds.length === 0 || (space === ' ') !== (bounds.length === 2)) {
    throw name.error('extern-name', `\`${version}\` in the name \`${name.text}\` is not a range of versions`);
  }
  for (const bound of bounds) checkVersion(name, bound);
}

const hash = /^sha(?:256|384|512)-[0-9A-Za-z+/]+={0,2}(?:\?.*)?$/;

/** Hashes with spaces between them, as web pages write them. */
function checkIntegrity(name: NameText, metadata: string): void {
  const hashes = metadata.split(/\s+/).filter((text) => text !== '');
  if (hashes.length === 0) throw name.error('extern-name', `\`${name.text}\` has an empty hash`);
  const wrong = hashes.find((text) => !hash.test(text));
  if (wrong === undefined) return;
  const message = `\`${wrong}\` in the name \`${name.text}\` is not a hash: \`sha256-\` and base64 would be one`;
  throw name.error('extern-name', message);
}
