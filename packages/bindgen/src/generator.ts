import { readFileSync } from 'node:fs';

/** The version of this package. */
export const version = readVersion();

/** Who the first line of a generated file names as its writer. */
export const generator = `wit-bindgen-ts ${version}`;

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new TypeError('package.json has no version');
}
