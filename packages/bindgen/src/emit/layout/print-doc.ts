import { propagateBreaks, type Doc, type Group } from './doc.js';
import { Unfamiliar } from './unfamiliar.js';

/** What is still to be printed. */
interface Command {
  readonly indent: number;
  readonly broken: boolean;
  readonly doc: Doc;
}

const tab = 2;

/** Prints a document in lines that are no wider than `width`, as far as it can be broken. */
export function printDoc(doc: Doc, width: number): string {
  propagateBreaks(doc);
  return new DocPrinter(doc, width).print();
}

class DocPrinter {
  readonly #width: number;
  readonly #commands: Command[];
  /** How the groups have been printed that others look at. */
  readonly #broken = new Map<Group, boolean>();
  readonly #lines: string[] = [];
  #line = '';
  /** After a line that had to end there may be groups that fit again. */
  #measuresAgain = false;

  constructor(doc: Doc, width: number) {
    this.#width = width;
    this.#commands = [{ indent: 0, broken: true, doc }];
  }

  print(): string {
    for (;;) {
      const command = this.#commands.pop();
      if (command === undefined) return [...this.#lines, this.#line].join('\n');
      this.#printCommand(command);
    }
  }

  #printCommand({ indent, broken, doc }: Command): void {
    if (typeof doc === 'string') {
      this.#line += doc;
    } else if (!('kind' in doc)) {
      for (let index = doc.length - 1; index >= 0; index--) this.#push(indent, broken, doc[index]);
    } else {
      switch (doc.kind) {
        case 'indent':
          this.#push(indent + tab, broken, doc.contents);
          break;
        case 'group': {
          const command = this.#chosen(doc, indent, broken);
          this.#commands.push(command);
          this.#broken.set(doc, command.broken);
          break;
        }
        case 'if-break':
          this.#push(indent, broken, broken ? doc.broken : doc.flat);
          break;
        case 'indent-if-break':
          this.#push(this.#broken.get(doc.group) ? indent + tab : indent, broken, doc.contents);
          break;
        case 'line':
          if (!broken && !doc.hard) this.#printCommand({ indent, broken, doc: doc.flat });
          else this.#endLine(indent, broken);
          break;
        case 'break-parent':
          break;
      }
    }
  }

  #push(indent: number, broken: boolean, doc: Doc = ''): void {
    this.#commands.push({ indent, broken, doc });
  }

  #endLine(indent: number, broken: boolean): void {
    if (!broken) this.#measuresAgain = true;
    this.#lines.push(this.#line.trimEnd());
    this.#line = ' '.repeat(indent);
  }

  #chosen(group: Group, indent: number, broken: boolean): Command {
    const { contents, states = [contents] } = group;
    if (!broken && !this.#measuresAgain) return { indent, broken: group.broken, doc: contents };
    this.#measuresAgain = false;
    const last: Command = { indent, broken: true, doc: states.at(-1) ?? contents };
    if (group.broken) return brokenCommand(group, last);
    const candidates = states.length === 1 ? states : states.slice(0, -1);
    for (const doc of candidates) {
      const flat: Command = { indent, broken: false, doc };
      if (this.#fits(flat)) return flat;
    }
    return brokenCommand(group, last);
  }

  /** Whether a command, and what follows it on its line, leaves the line within the width. */
  #fits(next: Command): boolean {
    let rest = this.#commands.length;
    let remaining = this.#width - this.#line.length;
    const commands: Pick<Command, 'broken' | 'doc'>[] = [next];
    let space = 0;
    while (remaining >= 0) {
      const command = commands.pop() ?? this.#commands[--rest];
      if (command === undefined) return true;
      const { broken, doc } = command;
      if (typeof doc === 'string') {
        if (doc === '') continue;
        remaining -= doc.length + space;
        space = 0;
      } else if (!('kind' in doc)) {
        for (let index = doc.length - 1; index >= 0; index--)
          commands.push({ broken, doc: doc[index] ?? '' });
      } else {
        switch (doc.kind) {
          case 'indent':
          case 'indent-if-break':
            commands.push({ broken, doc: doc.contents });
            break;
          case 'group': {
            const isBroken = doc.broken || broken;
            const contents = isBroken ? (doc.states?.at(-1) ?? doc.contents) : doc.contents;
            commands.push({ broken: isBroken, doc: contents });
            break;
          }
          case 'if-break':
            commands.push({ broken, doc: broken ? doc.broken : doc.flat });
            break;
          case 'line':
            if (broken || doc.hard) return true;
            if (doc.flat !== '') space = 1;
            break;
          case 'break-parent':
            break;
        }
      }
    }
    return false;
  }
}

function brokenCommand({ onlyFlat }: Group, command: Command): Command {
  if (onlyFlat) throw new Unfamiliar('a group that does not fit');
  return command;
}
