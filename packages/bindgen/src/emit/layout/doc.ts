/**
 * What is to be printed, before it is known where lines end: text, and places where a line may end. It is what prettier's
 * documents are, as far as they are needed here.
 */
export type Doc = string | readonly Doc[] | Indent | Line | Group | IfBreak | IndentIfBreak | BreakParent;

interface Indent {
  readonly kind: 'indent';
  readonly contents: Doc;
}

/** A space, or nothing if it is soft, unless the group that it belongs to is broken; a hard one always ends the line. */
interface Line {
  readonly kind: 'line';
  readonly flat: string;
  readonly hard: boolean;
}

/** What is either on one line or broken at each of its own line ends. */
export interface Group {
  readonly kind: 'group';
  readonly contents: Doc;
  /** Other ways to print it, from the least to the most broken one; the first one is `contents`. */
  readonly states?: readonly Doc[];
  /** Whether it is not known how it would be broken. */
  readonly onlyFlat: boolean;
  /** Whether it can only be broken; set for the groups around hard line ends as well. */
  broken: boolean;
  propagated: boolean;
}

/** One or the other, depending on whether the group that it belongs to is broken, or the one that is named. */
interface IfBreak {
  readonly kind: 'if-break';
  readonly broken: Doc;
  readonly flat: Doc;
}

interface IndentIfBreak {
  readonly kind: 'indent-if-break';
  readonly contents: Doc;
  readonly group: Group;
}

/** Breaks the groups around it. */
interface BreakParent {
  readonly kind: 'break-parent';
}

export const line: Line = { kind: 'line', flat: ' ', hard: false };
export const softline: Line = { kind: 'line', flat: '', hard: false };
export const hardline: Line = { kind: 'line', flat: '', hard: true };
export const breakParent: BreakParent = { kind: 'break-parent' };

export function indent(contents: Doc): Doc {
  return { kind: 'indent', contents };
}

export function group(contents: Doc, broken = false): Group {
  return { kind: 'group', contents, onlyFlat: false, broken, propagated: false };
}

/** The first of these that fits, or the last one. */
export function firstFitting(...states: readonly [Doc, ...Doc[]]): Group {
  return { kind: 'group', contents: states[0], states, onlyFlat: false, broken: false, propagated: false };
}

/** A group that the layout cannot break. */
export function flatGroup(contents: Doc): Group {
  return { ...group(contents), onlyFlat: true };
}

export function ifBreak(broken: Doc, flat: Doc = ''): Doc {
  return { kind: 'if-break', broken, flat };
}

export function indentIfBreak(contents: Doc, of: Group): Doc {
  return { kind: 'indent-if-break', contents, group: of };
}

export function join(separator: Doc, docs: readonly Doc[]): Doc[] {
  return docs.flatMap((doc, index) => (index === 0 ? [doc] : [separator, doc]));
}

/** Whether there is something in it that ends a line, whatever the width. */
export function willBreak(doc: Doc): boolean {
  return some(doc, (one) => one.kind === 'break-parent' || isBroken(one));
}

/** Whether a line may end in it. */
export function canBreak(doc: Doc): boolean {
  return some(doc, ({ kind }) => kind === 'line');
}

type Command = Exclude<Doc, string | readonly Doc[]>;

function isBroken(doc: Command): boolean {
  return (doc.kind === 'group' && doc.broken) || (doc.kind === 'line' && doc.hard);
}

function some(doc: Doc, test: (doc: Command) => boolean): boolean {
  if (typeof doc === 'string') return false;
  if (!('kind' in doc)) return doc.some((part) => some(part, test));
  return test(doc) || partsOf(doc).some((part) => some(part, test));
}

function partsOf(doc: Command): readonly Doc[] {
  switch (doc.kind) {
    case 'indent':
    case 'group':
    case 'indent-if-break':
      return [doc.contents];
    case 'if-break':
      return [doc.broken, doc.flat];
    case 'line':
    case 'break-parent':
      return [];
  }
}

/** Breaks the groups that what is in them breaks. Those that choose among several states are not broken by these. */
export function propagateBreaks(doc: Doc): boolean {
  if (typeof doc === 'string') return false;
  if (!('kind' in doc)) return anyPropagates(doc);
  if (doc.kind === 'break-parent') return true;
  if (doc.kind === 'line') return doc.hard;
  if (doc.kind !== 'group') return anyPropagates(partsOf(doc));
  if (!doc.propagated) {
    doc.propagated = true;
    const breaks = anyPropagates(doc.states ?? [doc.contents]);
    if (doc.states === undefined) doc.broken ||= breaks;
  }
  return doc.broken;
}

/** Looks at all of them. */
function anyPropagates(docs: readonly Doc[]): boolean {
  let breaks = false;
  for (const doc of docs) breaks = propagateBreaks(doc) || breaks;
  return breaks;
}
