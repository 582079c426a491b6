import { didYouMean, printable, type SourceMap } from '@wit-bindgen-ts/wit-parser';
import type { LoadOptions } from './load-input.js';

const gate = /@unstable\s*\(\s*feature\s*=\s*%?([\w-]+)/g;

/**
 * A line for each feature that was asked for, and that gates nothing in the input: a name that is spelt wrong leaves out
 * what it was to include, unseen. Of binaries nothing is left out.
 */
export function unusedFeatureWarnings(
  input: string,
  features: LoadOptions['features'],
  sources: SourceMap | undefined,
): string[] {
  if (features === 'all' || features.length === 0 || sources === undefined) return [];
  // Of a gate that is closed `Resolve` knows nothing, nor of those of `include`.
  const gates = new Set(
    sources.files.flatMap(({ text }) => Array.from(text.matchAll(gate), ([, name = '']) => name)),
  );
  const unused = [...new Set(features)].filter((name) => !gates.has(name));
  return unused.map((name) => {
    const [hint] = didYouMean(name, gates);
    const advice = hint === undefined ? '' : `; ${hint.message}`;
    return `${printable(input)}: warning: nothing in it needs the feature \`${printable(name)}\`${advice}\n`;
  });
}
