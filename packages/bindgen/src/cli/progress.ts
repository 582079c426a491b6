import { printable } from '@wit-bindgen-ts/wit-parser';
import type { Terminal } from './terminal.js';

/** A terminal with a line at its end that says what is being done. */
export interface ProgressTerminal extends Terminal {
  /** Says what is being done from now on. */
  step(text: string): void;
  /** Says what was done, on the standard error: the standard output is for what was asked for. */
  note(text: string): void;
  /** Takes the line away. */
  done(): void;
}

const eraseLine = '\r\u001b[K';

/**
 * The line is there only where someone looks on; whatever else is printed takes its place.
 *
 * @param isQuiet - Neither steps nor notes are printed.
 */
export function withProgress(terminal: Terminal, isQuiet: boolean): ProgressTerminal {
  const isShown = terminal.isInteractive === true && !isQuiet;
  let isThere = false;
  const done = (): void => {
    if (isThere) terminal.err(eraseLine);
    isThere = false;
  };
  const print = (write: (text: string) => void) => (text: string) => {
    done();
    write(text);
  };
  const step = (text: string): void => {
    if (!isShown) return;
    terminal.err(`${isThere ? eraseLine : ''}${short(printable(text))}`);
    isThere = true;
  };
  const err = print(terminal.err);
  const note = (text: string): void => {
    if (!isQuiet) err(text);
  };
  return { ...terminal, out: print(terminal.out), err, step, note, done };
}

/** A line that is wider than the terminal could not be taken away. */
function short(line: string): string {
  return line.length < 80 ? line : `${line.slice(0, 78)}…`;
}
