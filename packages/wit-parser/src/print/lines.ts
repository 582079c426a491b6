/** Printed text, line by line. A block comment is one line, whatever line breaks it has, so that nothing gets into it. */
export type Lines = readonly string[];

/** What stands between blank lines, if it is longer than a line or what is beside it is of another kind. */
export interface Section {
  readonly kind: string;
  readonly lines: Lines;
}

/** What is longer is broken up where that can be done. */
const lineWidth = 100;

export function indent(lines: Lines): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}

/** The body in braces after its head. */
export function braced(head: string, body: Lines): string[] {
  return body.length === 0 ? [`${head} {}`] : [`${head} {`, ...indent(body), '}'];
}

/** Items with commas between: on one line if they fit, else on one each. */
export function listed(open: string, items: readonly string[], close: string): string[] {
  const line = `${open}${items.join(', ')}${close}`;
  if (items.length < 2 || line.length <= lineWidth) return [line];
  return [open.trimEnd(), ...indent(items.map((item) => `${item},`)), close.trimStart()];
}

export function separated(sections: readonly Section[]): string[] {
  return sections.flatMap((section, index) => {
    const before = sections[index - 1];
    return before === undefined || belongTogether(before, section) ? section.lines : ['', ...section.lines];
  });
}

function belongTogether(a: Section, b: Section): boolean {
  return a.kind === b.kind && a.lines.length === 1 && b.lines.length === 1;
}
