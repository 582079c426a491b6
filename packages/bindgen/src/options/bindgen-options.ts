/** What a user can choose about generated code. Names are those of WIT: `example:shop/log@1.2.0#write`. */
export interface BindgenOptions {
  /**
   * How a function hands over a `result`: `throw`, unless given, returns what `ok` holds and throws a `ComponentError` for
   * `err`; `value` returns a `Result<T, E>`. The same goes for what the host implements.
   */
  readonly results?: 'throw' | 'value';
  /**
   * Modules to take the place of what would be generated, by what they stand for: `ns:pkg/iface` for an imported interface,
   * whose module exports all that its file would; `ns:pkg/iface.resource`, or `resource` for one of the world, for a
   * resource that a class of the host's implements, as `module#Class`. A relative module starts at the folder of the output.
   */
  readonly with?: Readonly<Record<string, string>>;
  /**
   * Imported functions that trap the guest when they throw anything but a `ComponentError`: `ns:pkg/iface#func`, all of
   * `ns:pkg/iface`, `func` for one of the world, or `true` for all.
   */
  readonly trappable?: FunctionPatterns;
  /** Functions that are called, or implemented, asynchronously, although WIT does not say so. */
  readonly async?: { readonly imports?: FunctionPatterns; readonly exports?: FunctionPatterns };
}

/** Some functions, or all. A method, a static function and a constructor are `cart.add` and `cart.constructor`. */
export type FunctionPatterns = readonly string[] | true;
