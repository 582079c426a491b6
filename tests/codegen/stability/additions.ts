/** A change of WIT by which something is added; the name of it says that it was. */
export interface Addition {
  readonly what: string;
  /** The WIT with it. */
  readonly wit: string;
  /** The type that it belongs to, where that is changed: `way-point`. */
  readonly owner?: string;
}

const items = {
  'a function': 'added-function: func(first: u8, second: string) -> u8;',
  'a function with a result': 'added-function: func(first: list<u64>) -> result<f32, string>;',
  'a record': 'record added-record { first: u8, second: string }',
  'a variant': 'variant added-variant { first, second(u64) }',
  'an enum': 'enum added-enum { first, second }',
  flags: 'flags added-flags { first, second }',
  'an alias': 'type added-alias = list<string>;',
  'a resource':
    'resource added-resource { constructor(first: u8); second: func() -> string; third: static func(); }',
};
const resourceItems = {
  'a method': 'added-method: func(first: string) -> u32;',
  'a static function': 'added-static: static func() -> bool;',
};
const worldItems = {
  'an imported function': 'import added-function: func(first: string) -> u8;',
  'an exported function': 'export added-function: func(first: string) -> u8;',
  'an imported interface': 'import added-inline: interface { first: func(); }',
  'an exported interface': 'export added-inline: interface { first: func(); }',
  'a type of the world': 'record added-record { first: u8 }',
};
const parts = { record: 'added-field: u8', variant: 'added-case', enum: 'added-case', flags: 'added-flag' };

/** What can be added to the first interface, resource, world and type of each kind of a WIT text. */
export function additionsTo(wit: string): Addition[] {
  return [
    ...addedTo(wit, /^interface [\w%-]+ \{/m, items),
    ...addedTo(wit, /^ *resource [\w%-]+ \{/m, resourceItems),
    ...addedTo(wit, /^world [\w%-]+ \{/m, worldItems),
    ...interfaceAdded(wit),
    ...Object.entries(parts).flatMap(([kind, part]) => partAdded(wit, kind, part)),
  ];
}

/** Each item: at the beginning of a block, or at its end. */
function addedTo(wit: string, opening: RegExp, added: Readonly<Record<string, string>>): Addition[] {
  const block = blockOf(wit, opening);
  if (block === undefined) return [];
  return Object.entries(added).map(([what, text], index) => {
    const place = index % 2 === 0 ? 'start' : 'end';
    return { what: `${what} at the ${place}`, wit: inserted(wit, block[place], `\n${text}\n`) };
  });
}

/** A whole interface, which the world imports and exports. */
function interfaceAdded(wit: string): Addition[] {
  const world = blockOf(wit, /^world [\w%-]+ \{/m);
  if (world === undefined) return [];
  const text = `${wit}\ninterface added-interface { record first { second: u8 } third: func(first: first) -> string; }\n`;
  return ['import', 'export'].map((direction) => ({
    what: `an interface that is ${direction}ed`,
    wit: inserted(text, world.start, `\n${direction} added-interface;\n`),
  }));
}

function partAdded(wit: string, kind: string, part: string): Addition[] {
  const opening = new RegExp(`^ *${kind} %?([\\w-]+) \\{`, 'm');
  const block = blockOf(wit, opening);
  const [, owner = ''] = opening.exec(wit) ?? [];
  if (block === undefined) return [];
  const comma = /[,{]\s*$/.test(wit.slice(0, block.end)) ? '' : ',';
  return [
    { what: `a part of a ${kind} at the start`, owner, wit: inserted(wit, block.start, `${part}, `) },
    { what: `a part of a ${kind} at the end`, owner, wit: inserted(wit, block.end, `${comma} ${part}`) },
  ];
}

/** What stands between the braces of the first block that opens so. */
function blockOf(wit: string, opening: RegExp): { start: number; end: number } | undefined {
  const found = opening.exec(wit);
  if (found === null) return undefined;
  const start = found.index + found[0].length;
  let depth = 1;
  let end = start;
  for (; depth > 0; end++) depth += wit[end] === '{' ? 1 : wit[end] === '}' ? -1 : 0;
  return { start, end: end - 1 };
}

function inserted(text: string, at: number, part: string): string {
  return text.slice(0, at) + part + text.slice(at);
}
