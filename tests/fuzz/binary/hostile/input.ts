/** A kind of component that wants to exhaust something, in any size. */
export interface HostileInput {
  readonly name: string;
  /** What is many already. */
  readonly count: number;
  /** A component that grows with the count in proportion. */
  readonly bytes: (count: number) => Uint8Array<ArrayBuffer>;
}

export function input(name: string, count: number, bytes: HostileInput['bytes']): HostileInput {
  return { name, count, bytes };
}

/** How many times more there is in the larger one of the two sizes that each is made in. */
export const factor = 8;
