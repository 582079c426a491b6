/** Hosts of worlds with items of their own, and of several interfaces that share types. */
import type { Component, Linker } from '@wit-bindgen-ts/runtime';
import { Chain } from '../../../snapshots/both-directions/chain.js';
import type { Worker } from '../../../snapshots/inline-interfaces/worker.js';
import type { PostOffice, PostOfficeImports } from '../../../snapshots/resources-shared/post-office.js';
import type { TypesUser } from '../../../snapshots/namesakes/types-user.js';
import type { Migrator } from '../../../snapshots/versions/migrator.js';
import {
  Scheduler,
  type SchedulerImports,
  type Slot,
  type Task,
} from '../../../snapshots/world-items/scheduler.js';

class MemorySlot implements Slot {
  readonly priority: 'low' | 'high';

  constructor(priority: 'low' | 'high') {
    this.priority = priority;
  }

  static free(): number {
    return 3;
  }

  task(): Task | undefined {
    return { name: this.priority, at: 1n };
  }
}

class Timer {
  readonly at: bigint;

  constructor(at: bigint) {
    this.at = at;
  }

  done(): boolean {
    return this.at < Date.now();
  }
}

export const schedulerImports: SchedulerImports = {
  'codegen:world-items/clock': { Timer },
  Slot: MemorySlot,
  log(message, priority) {
    console.log(priority, message);
  },
  now: () => BigInt(Date.now()),
};

/** One linker can serve several worlds. */
export function link(linker: Linker): void {
  Scheduler.addToLinker(linker, schedulerImports);
  Chain.addToLinker(linker, { 'codegen:both-directions/filter@1.0.0': { apply: (pixels) => pixels } });
}

export async function schedule(component: Component): Promise<string> {
  const scheduler = await Scheduler.instantiate(component, schedulerImports);
  scheduler.add({ name: 'tea', at: 4n }, new MemorySlot('high'));
  scheduler.setAlarm(new Timer(5n));
  scheduler.run();
  return scheduler.next()?.name ?? scheduler.next(4n)?.name ?? '';
}

class Blob {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  size(): bigint {
    return BigInt(this.#bytes.length);
  }
}

/** The class stands where it is declared, and not where it is used. */
export const postImports: PostOfficeImports = {
  'codegen:resources-shared/types': { Blob },
  'codegen:resources-shared/post': {
    send(message) {
      if (message.attachments.some((attachment) => attachment.size() > 100n)) throw new Error('too large');
    },
    largest: (blobs) => blobs[0],
  },
};

/** The guest has a class of its own, by the same name. */
export function post({ types, post }: PostOffice): bigint | undefined {
  const blob = new types.Blob([1, 2, 3]);
  post.send({ text: 'hello', attachments: [blob] });
  return post.largest([])?.size();
}

export function inlined({ control, resultSink }: Worker): string[] {
  return control.start({ id: 1 }) === 'idle' ? resultSink.drain() : [];
}

export function namesakes({ types, ioTypes, httpTypes }: TypesUser): string {
  const pollable = httpTypes.subscribe();
  return `${types.kindOf()} ${ioTypes.poll([pollable]).join()} ${httpTypes.send('/')}`;
}

export function versions({ schedule, schedule_2_0_0_rc_1: next }: Migrator): number | undefined {
  return next.next({ seconds: BigInt(schedule.next(1)), nanoseconds: 0 })?.nanoseconds;
}
