/**
 * What generated code imports of the runtime, with a `Guest` that tells which functions it binds go through generated
 * code: it leaves some to the dynamic path by itself.
 */
import { Guest as RuntimeGuest } from '@wit-bindgen-ts/runtime/codegen/v1';

export * from '@wit-bindgen-ts/runtime/codegen/v1';

/** How often functions ran in generated code from the first to the last line of a call, and how often they did not. */
export const calls = { emitted: 0, dynamic: 0 };

export class Guest extends RuntimeGuest {
  override func<F extends AnyFunction>(...[at]: Parameters<RuntimeGuest['func']>): F {
    const call = super.func<F>(at);
    return counting(call, () => calls.dynamic++);
  }

  override lift<Host extends AnyFunction, Core extends AnyFunction>(
    at: Parameters<RuntimeGuest['func']>[0],
    bind: Bind<Host, Core>,
  ): Host {
    return super.lift<Host, Core>(at, (cx) => {
      // Arguments that do not fit are left to the dynamic path.
      const call = counting(cx.call, () => {
        calls.dynamic++;
        calls.emitted--;
      });
      Object.defineProperty(cx, 'call', { value: call });
      return counting(bind(cx), () => calls.emitted++);
    });
  }
}

type AnyFunction = (...args: never[]) => unknown;

type Bind<Host extends AnyFunction, Core extends AnyFunction> = Parameters<
  typeof RuntimeGuest.prototype.lift<Host, Core>
>[1];

function counting<F extends AnyFunction>(call: F, count: () => void): F {
  const counted: unknown = (...args: never[]) => {
    count();
    return call(...args);
  };
  return counted as F;
}
