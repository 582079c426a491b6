import { Random } from '../fuzz/wit/random.js';
import { checkCall } from './check-call.js';
import type { EchoDriver } from './driver.js';
import { openOrFail, randomValues, type EchoFailure } from './echo-run.js';
import type { EchoFunction } from './echo-world.js';
import { smallerFunctions } from './smaller-types.js';

type Failure = Omit<EchoFailure, 'world'>;

/** How many functions are tried out at most, and each with how many values of each size. */
const mostTries = 2000;
const valuesOfSize = 6;
const sizes = [0, 1, 2, 4, 8, 30, 200, 2000];

/** Looks for a simpler function that fails as well, with values as small as they can be. */
export async function minimize(driver: EchoDriver, failure: Failure): Promise<Failure> {
  let smallest = failure;
  let tries = 0;
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const encodings of fewerGuests(smallest.encodings)) {
      const found = await fails(driver, smallest.func, encodings);
      if (found !== undefined) smallest = found;
    }
    for (const func of smallerFunctions(smallest.func)) {
      if (tries++ > mostTries) return smallest;
      const found = await fails(driver, func, smallest.encodings);
      if (found === undefined) continue;
      smallest = found;
      isSmaller = true;
      break;
    }
  }
  return (await fails(driver, smallest.func, smallest.encodings)) ?? smallest;
}

function fewerGuests(encodings: Failure['encodings']): Failure['encodings'][] {
  return encodings.length === 1 ? [] : encodings.map((_, index) => encodings.toSpliced(index, 1));
}

async function fails(
  driver: EchoDriver,
  func: EchoFunction,
  encodings: Failure['encodings'],
): Promise<Failure | undefined> {
  const session = await openOrFail(driver, { functions: [func], encodings });
  if (typeof session === 'string') return { func, encodings, problem: session, values: undefined };
  for (const size of sizes) {
    for (let time = 0; time < valuesOfSize; time++) {
      const values = randomValues(func, new Random(size, time), size);
      const problem = checkCall(session, func, values);
      if (problem !== undefined) return { func, encodings, problem, values };
    }
  }
  return undefined;
}
