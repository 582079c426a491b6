// Builds the guests from their sources: the `.wasm` files that stand beside them. Run it with `npm run guests` after a
// change of a source, and commit what it writes; `npm run guests -- shop` builds those with `shop` in their path. Needs clang and wasm-ld 19 (Debian: `apt-get install clang-19 lld-19`;
// elsewhere set CLANG and WASM_LD); nothing else in this repository does.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { componentEmbed, componentNew, parse } from '@bytecodealliance/jco-transpile/wasm-tools';

const root = fileURLToPath(new URL('../../', import.meta.url));
const clang = process.env.CLANG ?? 'clang-19';
const linker = process.env.WASM_LD ?? '/usr/bin/wasm-ld-19';

/** Each guest: its folder, its source, and the component to write. `version` replaces that of the WIT package. */
const guests = [
  { folder: 'tests/guests/shop', source: 'guest.c', component: 'shop.wasm' },
  { folder: 'tests/guests/shop', source: 'guest.c', component: 'shop-1.2.3.wasm', version: '1.2.3' },
  { folder: 'tests/guests/shop', source: 'guest.c', component: 'shop-2.0.0.wasm', version: '2.0.0' },
  { folder: 'tests/guests/allocations', source: 'guest.c', component: 'allocations.wasm' },
  { folder: 'tests/guests/traps', source: 'guest.wat', component: 'traps.wasm' },
  { folder: 'examples/hello/guest', source: 'hello.c', component: 'hello.wasm', wit: '../world.wit' },
];

const packageVersion = /(?<=^package [^@;]+@)[^;]+/m;

const compilerFlags = [
  '--target=wasm32-unknown-unknown',
  '-std=c23',
  '-Oz',
  '-Wall',
  '-Wextra',
  '-Werror',
  '-nostdlib',
  '-ffreestanding',
  '-fno-builtin',
  '-mbulk-memory',
  '-Wl,--no-entry',
  '-Wl,--stack-first',
  '-Wl,--strip-all',
  `-fuse-ld=${linker}`,
];

/** Compiles a C source to a core module. The source sees the version of its WIT package as `VERSION`. */
function compileC(source, version) {
  const folder = mkdtempSync(join(tmpdir(), 'guest-'));
  try {
    const output = join(folder, 'core.wasm');
    const define = `-DVERSION="${version}"`;
    execFileSync(clang, [...compilerFlags, define, source, '-o', output], { stdio: 'inherit' });
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function buildGuest(guest) {
  const folder = join(root, guest.folder);
  const source = join(folder, guest.source);
  const wit = readFileSync(join(folder, guest.wit ?? 'world.wit'), 'utf8');
  const version = guest.version ?? packageVersion.exec(wit)?.[0] ?? '';
  const core = source.endsWith('.c') ? compileC(source, version) : await parse(readFileSync(source, 'utf8'));
  const embedded = await componentEmbed({ binary: core, witSource: wit.replace(packageVersion, version) });
  const component = await componentNew(embedded);
  writeFileSync(join(folder, guest.component), component);
  return component.length;
}

const wanted = process.argv.slice(2);
for (const guest of guests) {
  const path = `${guest.folder}/${guest.component}`;
  if (wanted.length > 0 && !wanted.some((part) => path.includes(part))) continue;
  console.log(`${path}: ${await buildGuest(guest)} bytes`);
}
