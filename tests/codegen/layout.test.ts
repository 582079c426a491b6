import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { format } from 'prettier';
import { interfaceBlocks } from '../../packages/bindgen/src/emit/interface-file.js';
import { layOut } from '../../packages/bindgen/src/emit/layout/lay-out.js';
import { formatOptions, printStatement } from '../../packages/bindgen/src/emit/source-file.js';
import { worldBlocks } from '../../packages/bindgen/src/emit/world-file.js';
import { planWorld } from '../../packages/bindgen/src/plan/plan-world.js';
import { loadCase } from '../conformance/wit/load-case.js';
import { openCorpus } from './corpus/packages.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Our own worlds, and those beside the repository. */
const corpora = ['tests/codegen/worlds', '../shared/conformance/wit-codegen', '../shared/conformance/wasi'];

/** How many statements of a hundred prettier must not be needed for. */
const sureShare = 0.95;

/** The statements that are emitted for the worlds of a folder, each once, as they are before they are formatted. */
async function emittedStatements(folder: string): Promise<Set<string>> {
  const statements = new Set<string>();
  for (const { input } of openCorpus(folder)) {
    const loaded = await loadCase(input, 'all');
    if (!('wit' in loaded)) continue;
    const { resolve, package: main } = loaded.wit;
    for (const world of resolve.packages[main]?.worlds.values() ?? []) {
      const plan = planWorld(resolve, world, {});
      const blocks = [...worldBlocks(plan), ...plan.interfaces.flatMap((one) => interfaceBlocks(one))];
      for (const statement of blocks.flat()) statements.add(printStatement(statement));
    }
  }
  return statements;
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
    it(`is that of prettier for the worlds of ${corpus}`, async () => {
      const statements = await emittedStatements(folder);
      const unsure: string[] = [];
      for (const text of statements) {
        const laidOut = layOut(text);
        if (laidOut === undefined) unsure.push(text);
        else expect(`${laidOut}\n`).toBe(await format(text, formatOptions));
      }
      console.log(
        `${corpus}: ${statements.size - unsure.length} of ${statements.size} statements without prettier`,
      );
      expect(statements.size).toBeGreaterThan(400);
      expect(unsure.length / statements.size).toBeLessThan(1 - sureShare);
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
    expect(unsure.length / statements.length).toBeLessThan(1 - sureShare);
  });
});
