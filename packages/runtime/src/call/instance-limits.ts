import { defaultTransferBytes } from '../abi/allowance.js';

/** What a component instance may make the host hold. */
export interface InstanceLimits {
  /** How many bytes the values that come out of the instance in one call may come to. */
  readonly maxTransferBytes: number;
  /** How many handles the instance may have at once. */
  readonly maxHandles: number;
}

/**
 * A gigabyte in one call, and a million handles: more than a guest has use for, and less than a host breaks down under.
 */
export const defaultLimits: InstanceLimits = {
  maxTransferBytes: defaultTransferBytes,
  maxHandles: 1_000_000,
};
