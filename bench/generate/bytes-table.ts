import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Bytes, BytesTable } from './bytes.js';
import { bytesPage } from './bytes-page.js';
import { jcoBytes } from './jco-bytes.js';
import { ourBytes, runtimeBytes } from './our-bytes.js';
import { isBeside, tableWorlds } from './worlds.js';

const dataFile = fileURLToPath(new URL('./bytes.json', import.meta.url));
const pageFile = fileURLToPath(new URL('../../docs/bytes.md', import.meta.url));

/** Measures ours and jco's bindings of all worlds. */
export async function measureBytes(): Promise<BytesTable> {
  const worlds = [];
  for (const world of await tableWorlds())
    worlds.push({ world: world.name, ours: await ourBytes(world), jco: await jcoBytes(world) });
  return { runtime: await runtimeBytes(), worlds };
}

export async function writeBytes(table: BytesTable): Promise<void> {
  writeFileSync(dataFile, `${JSON.stringify(table, undefined, 2)}\n`);
  writeFileSync(pageFile, await bytesPage(table));
}

/** What is not up to date in the page, without jco: the figures of ours, and the page that shows them. */
export async function staleBytes(): Promise<string[]> {
  const kept = JSON.parse(readFileSync(dataFile, 'utf8')) as BytesTable;
  const stale = (await bytesPage(kept)) === pageText() ? [] : ['docs/bytes.md is not made of bytes.json'];
  const found = new Map(kept.worlds.map(({ world, ours }) => [world, ours]));
  const worlds = await tableWorlds();
  const names = new Set(worlds.map(({ name }) => name));
  stale.push(
    ...[...found.keys()]
      .filter((name) => !names.has(name) && !isBeside(name))
      .map((name) => `${name} is gone`),
  );
  for (const world of worlds) {
    const before = found.get(world.name);
    const now = await ourBytes(world);
    if (before === undefined) stale.push(`${world.name} is missing`);
    else stale.push(...differences(world.name, before, now));
  }
  return [...stale, ...differences('the runtime', kept.runtime, await runtimeBytes())];
}

function pageText(): string | undefined {
  return existsSync(pageFile) ? readFileSync(pageFile, 'utf8') : undefined;
}

/** Versions of zlib differ by a few bytes, and a page that speaks of kilobytes need not follow each of them. */
const tolerance = { share: 0.03, bytes: 100 };

function differences<Part extends string>(
  name: string,
  before: Readonly<Record<Part, Bytes>> | null,
  now: Readonly<Record<Part, Bytes>> | null,
): string[] {
  if (before === null && now === null) return [];
  if (before === null) return [`${name} has bindings now`];
  if (now === null) return [`${name} has no bindings any more`];
  return (Object.keys(now) as Part[]).flatMap((part) =>
    (['raw', 'gzip'] as const).flatMap((measure) => {
      const [was, is] = [before[part][measure], now[part][measure]];
      const isNear = Math.abs(is - was) <= Math.max(tolerance.bytes, was * tolerance.share);
      return isNear ? [] : [`${name}, ${part}, ${measure}: ${was} bytes there, ${is} now`];
    }),
  );
}
