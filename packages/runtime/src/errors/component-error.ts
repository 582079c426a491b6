/**
 * The `err` case of a function's `result`. A guest's function that returns `err` throws it to the host; a host function
 * throws it to return `err` to the guest.
 */
export class ComponentError<E = unknown> extends Error {
  override readonly name = 'ComponentError';
  readonly payload: E;

  constructor(payload: E) {
    super(typeof payload === 'string' ? payload : `the function returned an error: ${describe(payload)}`);
    this.payload = payload;
  }
}

/** A payload in a line, as far as it is data: the objects of resources can be anything. */
function describe(payload: unknown): string {
  if (payload === undefined) return 'undefined';
  try {
    return JSON.stringify(payload, (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
  } catch {
    return Object.prototype.toString.call(payload);
  }
}
