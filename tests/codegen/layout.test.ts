import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { format } from 'prettier';
import { interfaceBlocks } from '../../packages/bindgen/src/emit/interface-file.js';
import { layOut } from '../../packages/bindgen/src/emit/layout/lay-out.js';
import {
  formatOptions,
  printByTsMorph,
  printStatement,
} from '../../packages/bindgen/src/emit/source-file.js';
import { worldBlocks } from '../../packages/bindgen/src/emit/world-file.js';
import { planWorld } from '../../packages/bindgen/src/plan/plan-world.js';
import { loadCase } from '../conformance/wit/load-case.js';
import { openCorpus } from './corpus/packages.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Our own worlds, and those beside the repository. */
const corpora = ['tests/codegen/worlds', '../shared/conformance/wit-codegen', '../shared/conformance/wasi'];

/** The share of statements that neither ts-morph nor prettier may be needed for. */
const sureShare = 0.99;

/** How a statement is printed: by ts-morph and prettier, and without, where that is sure. */
interface Printed {
  readonly expected: string;
  readonly laidOut: string | undefined;
}

/** The statements that are emitted for the worlds of a folder, each once. */
async function emittedStatements(folder: string): Promise<Printed[]> {
  const statements = new Map<string, Printed>();
  for (const { input } of openCorpus(folder)) {
    const loaded = await loadCase(input, 'all');
    if (!('wit' in loaded)) continue;
    const { resolve, package: main } = loaded.wit;
    for (const world of resolve.packages[main]?.worlds.values() ?? []) {
      const plan = planWorld(resolve, world, {});
      const blocks = [...worldBlocks(plan), ...plan.interfaces.flatMap((one) => interfaceBlocks(one))];
      for (const statement of blocks.flat()) {
        const text = await printByTsMorph(statement);
        if (statements.has(text)) continue;
        const plain = printStatement(statement);
        const laidOut = plain === undefined ? undefined : layOut(plain);
        statements.set(text, { expected: (await format(text, formatOptions)).trimEnd(), laidOut });
      }
    }
  }
  return [...statements.values()];
}

/** The statements of a file that is formatted, each with its comments. */
function statementsOf(text: string): string[] {
  return text
    .split(/\n+(?=\/\*\*|(?:import|export|const|function|class|type|interface)\b)/)
    .reduce<string[]>((found, part) => {
      const last = found.at(-1);
      if (last?.endsWith('*/') === true) found[found.length - 1] = `${last}\n${part}`;
      else found.push(part);
      return found;
    }, [])
    .slice(1)
    .map((part) => part.trimEnd());
}

describe('the layout of what is emitted', () => {
  for (const corpus of corpora) {
    const folder = join(root, corpus);
    if (!existsSync(folder)) {
      it.skip(`${corpus} is missing beside the repository`, () => undefined);
      continue;
    }
    it(`is what ts-morph and prettier print for the worlds of ${corpus}`, async () => {
      const statements = await emittedStatements(folder);
      const sure = statements.filter(({ laidOut }) => laidOut !== undefined);
      for (const { expected, laidOut } of sure) expect(laidOut).toBe(expected);
      console.log(
        `${corpus}: ${sure.length} of ${statements.length} statements without ts-morph and prettier`,
      );
      expect(statements.length).toBeGreaterThan(400);
      expect(sure.length / statements.length).toBeGreaterThan(sureShare);
    });
  }

  it('leaves the snapshots, which are those of all options, as they are', () => {
    const folder = join(root, 'snapshots');
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.ts'),
    );
    const statements = paths.flatMap((path) => statementsOf(readFileSync(join(folder, path), 'utf8')));
    const unsure = statements.filter((text) => layOut(text) === undefined);
    const changed = statements.filter((text) => (layOut(text) ?? text) !== text);
    console.log(
      `snapshots: ${statements.length - unsure.length} of ${statements.length} statements without prettier`,
    );
    expect(statements.length).toBeGreaterThan(1000);
    expect(changed).toEqual([]);
    expect(1 - unsure.length / statements.length).toBeGreaterThan(sureShare);
  });
});
