/** Maps whose order counts; the order of other fields does not. */
const orderedMaps = new Set(['imports', 'exports', 'functions', 'types', 'interfaces', 'worlds']);

/** Where two values differ first, in words; nothing where they are equal. */
export function jsonDifference(expected: unknown, found: unknown, path = ''): string | undefined {
  if (!isComposite(expected) || !isComposite(found) || Array.isArray(expected) !== Array.isArray(found)) {
    return expected === found
      ? undefined
      : `at ${path || 'the top'}: expected ${shown(expected)}, found ${shown(found)}`;
  }
  return orderDifference(expected, found, path) ?? fieldDifference(expected, found, path);
}

type Composite = Readonly<Record<string, unknown>>;

function isComposite(value: unknown): value is Composite {
  return typeof value === 'object' && value !== null;
}

function orderDifference(expected: Composite, found: Composite, path: string): string | undefined {
  const [, name = ''] = /\.(\w+)$/.exec(path) ?? [];
  if (!orderedMaps.has(name) || Array.isArray(expected)) return undefined;
  const expectedKeys = Object.keys(expected);
  const foundKeys = Object.keys(found);
  if (expectedKeys.join() === foundKeys.join()) return undefined;
  return `the names at ${path}: expected ${shown(expectedKeys)}, found ${shown(foundKeys)}`;
}

function fieldDifference(expected: Composite, found: Composite, path: string): string | undefined {
  for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const at = Array.isArray(expected) ? `${path}[${key}]` : `${path}.${key}`;
    const difference = jsonDifference(own(expected, key), own(found, key), at);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function own(value: Composite, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
