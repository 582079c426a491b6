import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scriptsIn, textOf } from '../../conformance/wast/corpus.js';
import { readDirectives } from '../../conformance/wast/directive.js';
import type { Command, ComponentSource } from '../../conformance/wast/directive.js';
import { encodeComponent } from '../../harness/component-text.js';

/** A component, valid or not. */
export interface BinaryCase {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const scriptFolders = ['tests/conformance/cases', '../shared/conformance/component-model'];
const guestFolders = ['tests/guests', 'snapshots', 'examples'];

/** All guests of this repository, and the components of all scripts, `shared/conformance` where it stands beside it. */
export function readCorpus(): BinaryCase[] {
  return [...guestFolders.flatMap(guestsIn), ...scriptFolders.flatMap(componentsOfScripts)];
}

function guestsIn(folder: string): BinaryCase[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.wasm') && !path.includes('node_modules'))
    .sort()
    .map((path) => ({
      name: `${folder}/${path}`.replaceAll('\\', '/'),
      bytes: Uint8Array.from(readFileSync(join(root, folder, path))),
    }));
}

function componentsOfScripts(folder: string): BinaryCase[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return scriptsIn(path).flatMap((script) =>
    readDirectives(textOf(script)).flatMap(({ line, command }) => {
      const source = sourceOf(command);
      const bytes = source && bytesOf(source);
      return bytes === undefined ? [] : [{ name: `${script.name}:${line}`, bytes }];
    }),
  );
}

function sourceOf(command: Command): ComponentSource | undefined {
  if (command.kind.startsWith('core-module')) return undefined;
  if ('source' in command) return command.source;
  return command.kind === 'assert-trap' && command.action.kind !== 'invoke' ? command.action : undefined;
}

/** Text in quotes is mostly no component; nor is all other text, for an encoder of another age. */
function bytesOf(source: ComponentSource): Uint8Array<ArrayBuffer> | undefined {
  if (source.kind === 'binary') return source.bytes;
  try {
    return encodeComponent(source.text);
  } catch {
    return undefined;
  }
}
