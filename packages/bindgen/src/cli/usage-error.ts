/** Thrown when a command was called in a way that it cannot do anything with, whatever the WIT says. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
