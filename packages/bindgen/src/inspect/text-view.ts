import { printable } from '@wit-bindgen-ts/wit-parser';
import { bytesText } from './bytes-text.js';
import type { Extern, Inspection, Part } from './inspection.js';
import type { Paint } from './paint.js';
import { withoutNamespace } from './shorter-wit.js';

/** An inspection as a person reads it. Names come from the binary: nothing in it can steer a terminal. */
export function textView(path: string, inspection: Inspection, paint: Paint): string {
  const { text: wit, left } = withoutNamespace(inspection.wit, 'wasi');
  const hint =
    left.length === 0 ? [] : [paint.faint(`// --wit has ${list(left.map((name) => `\`${name}\``))} too`), ''];
  const lines = [
    paint.heading(title(path, inspection)),
    '',
    ...wit.trimEnd().split('\n').map(printable),
    '',
    ...hint,
    ...omissionLines(inspection, paint),
    ...factLines(inspection, paint),
    '',
    paint.heading('structure'),
    ...structureLines(inspection, paint),
  ];
  return `${lines.join('\n')}\n`;
}

function title(path: string, { kind, bytes, producers }: Inspection): string {
  const what = kind === 'component' ? 'a component' : 'a WIT package';
  const by = producers.length === 0 ? '' : `, by ${producers.join(', ')}`;
  return printable(`${path}: ${what}, ${bytesText(bytes)}${by}`);
}

function omissionLines({ omissions }: Inspection, paint: Paint): string[] {
  if (omissions.length === 0) return [];
  const lines = omissions.map(({ path, reason }) => printable(`  ${path} ${reason}`));
  return [paint.heading('what WIT does not say'), ...lines, ''];
}

function factLines(inspection: Inspection, paint: Paint): string[] {
  const { kind, imports, exports, wasi, features, stringEncodings } = inspection;
  const facts: [string, readonly string[]][] = [
    ['imports', [summary(imports)]],
    ['exports', [summary(exports)]],
    [
      'WASI',
      wasi.map(({ package: name, version, interfaces }) => `${name}${at(version)}: ${interfaces.join(', ')}`),
    ],
    [
      'features',
      [list(features.map(({ name, onByDefault }) => (onByDefault ? name : `${name} (off by default)`)))],
    ],
    [
      'strings',
      [
        list(
          Object.entries(stringEncodings).map(([name, count]) => `${name} (${counted(count, 'function')})`),
        ),
      ],
    ],
  ];
  const shown = kind === 'component' ? facts : facts.slice(3, 4);
  return shown.flatMap(([name, values]) =>
    factText(
      name,
      values.filter((value) => value !== ''),
      paint,
    ),
  );
}

const nameWidth = 10;

function factText(name: string, values: readonly string[], paint: Paint): string[] {
  const texts = values.length === 0 ? ['none'] : values;
  return texts.map((value, index) => {
    const label = (index === 0 ? name : '').padEnd(nameWidth);
    return `${paint.heading(label)}${printable(value)}`;
  });
}

/** `3 interfaces (12 functions), 1 function` */
function summary(externs: readonly Extern[]): string {
  const counts = new Map<string, { count: number; functions: number }>();
  for (const { kind, functions = 0 } of externs) {
    const entry = counts.get(kind) ?? { count: 0, functions: 0 };
    counts.set(kind, { count: entry.count + 1, functions: entry.functions + functions });
  }
  const parts = [...counts].map(([kind, { count, functions }]) =>
    kind === 'interface'
      ? `${counted(count, kind)} (${counted(functions, 'function')})`
      : counted(count, kind),
  );
  return list(parts);
}

interface Row {
  readonly label: string;
  readonly part: Part;
}

function structureLines({ structure, bytes }: Inspection, paint: Paint): string[] {
  const rows = [...partRows(structure, '', '')];
  const width = Math.min(60, Math.max(...rows.map(({ label }) => label.length)));
  return rows.map(({ label, part }) => {
    const size = bytesText(part.bytes).padStart(11);
    const share = shareText(part.bytes, bytes).padStart(6);
    const more = `  ${counted(part.imports, 'import')}, ${counted(part.exports, 'export')}`;
    return `${label.padEnd(width)}${size}${share}${paint.faint(more)}`;
  });
}

/** Rounded, but never to all or nothing. */
function shareText(part: number, whole: number): string {
  if (part === whole) return '100%';
  const percent = Math.round((part / whole) * 100);
  if (percent === 100) return '>99%';
  return percent === 0 ? '<1%' : `${percent}%`;
}

function* partRows(part: Part, first: string, rest: string): Generator<Row, void> {
  const what = part.kind === 'component' ? 'component' : 'core module';
  yield { label: `${first}${what}${part.name === null ? '' : ` ${printable(part.name)}`}`, part };
  if (part.kind !== 'component') return;
  for (const [index, child] of part.parts.entries()) {
    const isLast = index === part.parts.length - 1;
    yield* partRows(child, `${rest}${isLast ? '└─ ' : '├─ '}`, `${rest}${isLast ? '   ' : '│  '}`);
  }
}

function at(version: string | null): string {
  return version === null ? '' : `@${version}`;
}

function counted(count: number, what: string): string {
  const digits = count.toLocaleString('en');
  if (count === 1) return `${digits} ${what}`;
  return `${digits} ${what}s`;
}

function list(parts: readonly string[]): string {
  return parts.join(', ');
}
