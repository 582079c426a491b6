import type { CanonOption, ComponentDefinition, StringEncoding } from '@wit-bindgen-ts/runtime/structure';

/**
 * How many canonical functions have each string encoding, in the component and in all that it nests. One without a memory
 * has no strings. The standard's default counts where no encoding is named.
 */
export function stringEncodings(root: ComponentDefinition): Record<string, number> {
  const counts = new Map<StringEncoding, number>();
  const rest = [root];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    for (const definition of next.definitions) {
      if (definition.kind === 'component') rest.push(definition.component);
      if (definition.kind !== 'canon' || !('options' in definition.canon)) continue;
      const encoding = encodingOf(definition.canon.options);
      if (encoding !== undefined) counts.set(encoding, (counts.get(encoding) ?? 0) + 1);
    }
  }
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
}

function encodingOf(options: readonly CanonOption[]): StringEncoding | undefined {
  for (const option of options) if (option.kind === 'string-encoding') return option.encoding;
  return options.some(({ kind }) => kind === 'memory') ? 'utf8' : undefined;
}
