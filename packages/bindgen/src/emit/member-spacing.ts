import type { CodeBlockWriter, JSDocableNodeStructure, Structure } from 'ts-morph';

/** Puts a blank line before each member that has a comment, except for the first. */
export function spaced<T extends Structure & JSDocableNodeStructure>(members: readonly T[]): T[] {
  return members.map((member, index) =>
    index > 0 && (member.docs ?? []).length > 0 ? { ...member, leadingTrivia: blankLine } : member,
  );
}

function blankLine(writer: CodeBlockWriter): void {
  writer.blankLineIfLastNot();
}
