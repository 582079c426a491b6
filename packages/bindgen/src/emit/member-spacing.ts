import type { CodeBlockWriter, JSDocableNodeStructure, Structure } from 'ts-morph';

/**
 * Sets members that have comments apart with blank lines.
 *
 * @param before - the member that is printed before these, if any
 */
export function spaced<T extends Structure & JSDocableNodeStructure>(
  members: readonly T[],
  before?: JSDocableNodeStructure,
): T[] {
  return members.map((member, index) => {
    const previous = members[index - 1] ?? before;
    const apart = previous !== undefined && (hasComment(previous) || hasComment(member));
    return apart ? { ...member, leadingTrivia: blankLine } : member;
  });
}

function hasComment({ docs = [] }: JSDocableNodeStructure): boolean {
  return docs.length > 0;
}

export function blankLine(writer: CodeBlockWriter): void {
  writer.blankLineIfLastNot();
}
