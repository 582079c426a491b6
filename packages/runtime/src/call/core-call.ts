import type { CoreValue } from '../abi/context.js';
import type { CoreFunction } from './call-context.js';

/** As many values as are passed one by one here, if there are as many. */
type Values = readonly [
  CoreValue,
  CoreValue,
  CoreValue,
  CoreValue,
  CoreValue,
  CoreValue,
  CoreValue,
  CoreValue,
  CoreValue,
  CoreValue,
];

/** `core(...args)`. Engines take much longer to spread an array than to pass what is written out. */
export function callCore(core: CoreFunction, args: readonly CoreValue[]): CoreValue | undefined {
  const a = args as Values;
  switch (args.length) {
    case 0:
      return core();
    case 1:
      return core(a[0]);
    case 2:
      return core(a[0], a[1]);
    case 3:
      return core(a[0], a[1], a[2]);
    case 4:
      return core(a[0], a[1], a[2], a[3]);
    case 5:
      return core(a[0], a[1], a[2], a[3], a[4]);
    case 6:
      return core(a[0], a[1], a[2], a[3], a[4], a[5]);
    case 7:
      return core(a[0], a[1], a[2], a[3], a[4], a[5], a[6]);
    case 8:
      return core(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]);
    case 9:
      return core(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8]);
    case 10:
      return core(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9]);
    default:
      return core(...args);
  }
}
