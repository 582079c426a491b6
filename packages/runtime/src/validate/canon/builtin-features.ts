import type { BuiltinCanon } from '../../binary/definitions.js';
import { requireFeature } from '../features-check.js';
import type { FeatureName } from '../features.js';
import type { Scope } from '../scope.js';

/** The built-ins that need another feature than `async`. */
const features: Partial<Readonly<Record<BuiltinCanon['kind'], FeatureName>>> = {
  'error-context.new': 'errorContext',
  'error-context.debug-message': 'errorContext',
  'error-context.drop': 'errorContext',
  'thread.index': 'threading',
  'thread.new-indirect': 'threading',
  'thread.resume-later': 'threading',
  'thread.suspend': 'threading',
  'thread.suspend-then-resume': 'threading',
  'thread.yield-then-resume': 'threading',
  'thread.suspend-then-promote': 'threading',
  'thread.yield-then-promote': 'threading',
  'thread.spawn-ref': 'sharedEverythingThreads',
  'thread.spawn-indirect': 'sharedEverythingThreads',
  'thread.available-parallelism': 'sharedEverythingThreads',
};

/** Checks that the features are on which a built-in needs, and its way to block. */
export function requireBuiltin(scope: Scope, canon: BuiltinCanon, offset: number): void {
  const on = scope.validation.features;
  requireFeature(on, features[canon.kind] ?? 'async', offset, `\`${canon.kind}\``);
  switch (canon.kind) {
    case 'subtask.cancel':
    case 'stream.cancel-read':
    case 'stream.cancel-write':
    case 'future.cancel-read':
    case 'future.cancel-write':
      if (!canon.async) return;
      return requireFeature(on, 'moreAsyncBuiltins', offset, `\`${canon.kind}\` with \`async\``);
    case 'stream.read':
    case 'stream.write':
    case 'future.read':
    case 'future.write':
      if (canon.options.some(({ kind }) => kind === 'async')) return;
      return requireFeature(on, 'moreAsyncBuiltins', offset, `\`${canon.kind}\` without \`async\``);
  }
}
