import { WorkFolder } from '../../../tests/harness/work-folder.js';
import { run } from '../src/cli/run.js';
import type { Terminal } from '../src/cli/terminal.js';

/** What a run of the command line printed and returned. Paths are relative to the folder that it ran in. */
export interface Outcome {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for one test, in which commands run. */
export class CommandFolder extends WorkFolder {
  /** Runs a command as if in this folder. `@` stands for the folder in arguments, and in what is printed. */
  async run(...args: string[]): Promise<Outcome> {
    return await this.runOn({}, ...args);
  }

  /** Runs a command with terminals of a kind, and what else of its surroundings is not as usual. */
  async runOn(terminal: Partial<Terminal>, ...args: string[]): Promise<Outcome> {
    const printed = { out: '', err: '' };
    const exitCode = await run(
      args.map((arg) => arg.replace('@', this.path)),
      {
        folder: this.path,
        ...terminal,
        out: (text) => (printed.out += text),
        err: (text) => (printed.err += text),
      },
    );
    const shown = (text: string): string => text.replaceAll(this.path, '@');
    return { exitCode, out: shown(printed.out), err: shown(printed.err) };
  }
}
