/** A kind of component that wants to exhaust something, in any size. */
export interface HostileInput {
  readonly name: string;
  /** What is many already. */
  readonly count: number;
  /** What becomes of it: `compiled`, or the code and the place of its first problem: `type-too-deep at 0x1f`. */
  readonly outcome: string;
  /** A component that grows with the count in proportion. */
  readonly bytes: (count: number) => Uint8Array<ArrayBuffer>;
}

export function input(
  name: string,
  count: number,
  outcome: string,
  bytes: HostileInput['bytes'],
): HostileInput {
  return { name, count, outcome, bytes };
}
