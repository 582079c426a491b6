/** Why execution stopped. The core ones are those of core WebAssembly, the others those of the canonical ABI. */
export type TrapCode =
  // core WebAssembly
  | 'unreachable'
  | 'memory-out-of-bounds'
  | 'table-out-of-bounds'
  | 'indirect-call-type-mismatch'
  | 'null-reference'
  | 'integer-overflow'
  | 'integer-divide-by-zero'
  | 'invalid-conversion-to-integer'
  | 'stack-overflow'
  | 'uncaught-exception'
  | 'core-trap'
  // entering and leaving component instances
  | 'cannot-enter'
  | 'cannot-leave'
  // lifting and lowering values
  | 'pointer-out-of-bounds'
  | 'pointer-unaligned'
  | 'realloc-out-of-bounds'
  | 'realloc-unaligned'
  | 'string-out-of-bounds'
  | 'string-too-long'
  | 'string-encoding'
  | 'list-out-of-bounds'
  | 'list-too-long'
  | 'invalid-char'
  | 'invalid-discriminant'
  | 'transfer-too-large'
  // resource handles
  | 'unknown-handle'
  | 'handle-type-mismatch'
  | 'handle-not-owned'
  | 'handle-lent'
  | 'borrow-not-dropped'
  | 'handle-table-full'
  // imports
  | 'unimplemented-import'
  | 'host-error';

/**
 * The guest, or a host function that it called, broke off in a way that it cannot recover from. The instance that it
 * happened in cannot be entered again.
 */
export class Trap extends WebAssembly.RuntimeError {
  readonly code: TrapCode;

  constructor(code: TrapCode, message: string, options?: { cause?: unknown }) {
    super(message);
    this.name = 'Trap';
    this.code = code;
    if (options !== undefined)
      Object.defineProperty(this, 'cause', { value: options.cause, configurable: true, writable: true });
  }
}
