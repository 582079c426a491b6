/** The command as it was built: what jest stands in for elsewhere is Node's own here. `npm test` builds it first. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WorkFolder } from '../../../tests/harness/work-folder.js';

const command = fileURLToPath(new URL('../bin/wit-bindgen-ts.js', import.meta.url));

const wit = 'package a:b;\n\nworld w {}\n';

/** What the packages of a project would be; the config needs no more of it than its types. */
const config = (world: string): string =>
  `import { outDir } from './settings.js';\n\ntype World = string;\nconst world: World = '${world}';\nexport default { input: 'w.wit', worlds: [world], outDir };\n`;

let folder: WorkFolder;
beforeEach(async () => {
  folder = await WorkFolder.create({ 'w.wit': wit });
});
afterEach(() => folder.remove());

/** A process that runs the command in the folder. */
class CommandProcess {
  readonly process: ChildProcess;
  readonly exitCode: Promise<number>;
  #printed = '';
  #look: () => void = () => undefined;

  constructor(...args: string[]) {
    this.process = spawn(process.execPath, [command, ...args], {
      cwd: folder.path,
      env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' },
    });
    this.exitCode = once(this.process, 'close').then(([code]: unknown[]) => Number(code));
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.on('data', (text: Buffer) => {
        this.#printed += text.toString();
        this.#look();
      });
  }

  get printed(): string {
    return this.#printed;
  }

  /** All that was printed up to a text, which is not kept. */
  async until(text: string): Promise<string> {
    while (!this.#printed.includes(text)) await new Promise<void>((resolve) => (this.#look = resolve));
    const at = this.#printed.indexOf(text);
    const before = this.#printed.slice(0, at);
    this.#printed = this.#printed.slice(at + text.length);
    return before;
  }
}

describe('the built command', () => {
  it('loads a config file in TypeScript, and what that imports', async () => {
    await folder.writeAll({
      'wit-bindgen-ts.config.ts': config('w'),
      'settings.ts': "export const outDir: string = 'out';\n",
    });
    const generate = new CommandProcess('generate');
    expect([await generate.exitCode, generate.printed]).toEqual([0, 'wrote out/w.ts\n']);
  });

  it('reads the standard input, and prints to the standard output', async () => {
    const generate = new CommandProcess('generate', '-', '--stdout');
    generate.process.stdin?.end(wit);
    expect(await generate.exitCode).toBe(0);
    expect(generate.printed).toContain('export class W {');
  });

  it('writes what has to be escaped, too', async () => {
    await folder.writeAll({ 'w.wit': 'package a:b;\n\ninterface i { f: func(); }\nworld w { import i; }\n' });
    const generate = new CommandProcess('generate', 'w.wit', '--stdout', '--with', 'a:b/i=C:\\host\\"i.js');
    expect(await generate.exitCode).toBe(0);
    expect(generate.printed).toContain(String.raw`from 'C:\\host\\"i.js';`);
  });

  it('watches until it is interrupted, its config file too', async () => {
    const settings = "export const outDir = 'out';\n";
    await folder.writeAll({
      'wit-bindgen-ts.config.mjs': config('w')
        .replace(': World', '')
        .replace(/^type.*\n/m, ''),
      'settings.js': settings,
      'package.json': '{"type":"module"}',
    });
    const generate = new CommandProcess('generate', '--watch');
    expect(await generate.until('waiting for changes\n')).toBe('wrote out/w.ts\n');
    await folder.write('wit-bindgen-ts.config.mjs', 'export default { input: 1 };\n');
    expect(await generate.until('waiting for changes\n')).toBe(
      '\nwit-bindgen-ts.config.mjs has changed\nerror: wit-bindgen-ts.config.mjs: `input` must be a string, found 1\n',
    );
    await folder.write('wit-bindgen-ts.config.mjs', "export default { input: 'w.wit', outDir: 'other' };\n");
    expect(await generate.until('waiting for changes\n')).toBe(
      '\nwit-bindgen-ts.config.mjs has changed\nwrote other/w.ts\n',
    );
    generate.process.kill('SIGINT');
    expect(await generate.exitCode).toBe(0);
  });
});
