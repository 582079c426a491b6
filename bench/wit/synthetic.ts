/** WIT of any size, as people write it: documented, many kinds of declarations, each using a few of those before it. */

export type Shape = 'many interfaces' | 'one interface';

/** The size of one interface, unless all declarations are to stand in one. */
const declarationsPerInterface = 40;

const words = 'request response header body channel client server token cache entry method path query'.split(
  ' ',
);
const kinds = 'state event config error handle result limit filter session record frame'.split(' ');
const primitives = ['u32', 'string', 'bool', 'u64', 'f64', 's32', 'char', 'u8'];

/** How often each kind of declaration comes, in the order in which they come. */
const pattern: readonly ((interfaceText: InterfaceText) => void)[] = [
  (text) => text.record(),
  (text) => text.alias(),
  (text) => text.func(),
  (text) => text.enum(),
  (text) => text.func(),
  (text) => text.variant(),
  (text) => text.func(),
  (text) => text.record(),
  (text) => text.resource(),
  (text) => text.func(),
  (text) => text.flags(),
  (text) => text.func(),
];

/** @returns a package with a world `everything` that imports its interfaces and exports the last of them */
export function syntheticPackage(declarations: number, shape: Shape): string {
  const size = shape === 'one interface' ? declarations : declarationsPerInterface;
  const interfaces: InterfaceText[] = [];
  for (let first = 0; first < declarations; first += size) {
    const text = new InterfaceText(`part${interfaces.length}`, first, interfaces.at(-1));
    while (text.next < Math.min(first + size, declarations)) pattern[text.next % pattern.length]?.(text);
    interfaces.push(text);
  }
  const imports = interfaces.map(({ name }) => `  import ${name};\n`).join('');
  const world = `world everything {\n${imports}  export ${interfaces.at(-1)?.name ?? ''};\n}\n`;
  return `package bench:synthetic@1.2.0;\n\n${interfaces.map(String).join('\n')}\n${world}`;
}

/** An interface as it is written. Declarations are numbered through the whole package. */
class InterfaceText {
  readonly name: string;
  /** The number of the next declaration. */
  next: number;
  readonly #lines: string[] = [];
  readonly #types: string[] = [];
  #resource: string | undefined;

  constructor(name: string, first: number, before: InterfaceText | undefined) {
    this.name = name;
    this.next = first;
    const used = before === undefined ? [] : before.#types.slice(-2);
    if (before !== undefined && used.length > 0)
      this.#lines.push(`use ${before.name}.{${used.join(', ')}};`, '');
    this.#types.push(...used);
  }

  record(): void {
    const fields = [0, 1, 2, 3].map(
      (index) => `  /// The ${this.#word(index)}.\n  ${this.#word(index)}: ${this.#type(index)},`,
    );
    this.#declareType((name) => `record ${name} {\n${fields.join('\n')}\n}`);
  }

  alias(): void {
    const target = this.#type(1);
    this.#declareType((name) => `type ${name} = ${target};`);
  }

  enum(): void {
    this.#declareType((name) => `enum ${name} {\n  ${words.slice(0, 6).join(',\n  ')},\n}`);
  }

  flags(): void {
    this.#declareType((name) => `flags ${name} {\n  ${words.slice(5, 12).join(',\n  ')},\n}`);
  }

  variant(): void {
    const cases = [0, 1, 2].map((index) => `${this.#word(index)}(${this.#type(index)})`);
    this.#declareType((name) => `variant ${name} {\n  none,\n  ${cases.join(',\n  ')},\n}`);
  }

  resource(): void {
    const [first, second] = [this.#type(0), this.#type(1)];
    const body = [
      `  constructor(options: ${first});`,
      `  /// Reads what comes next, or nothing at the end.`,
      `  read: func(count: u64) -> result<${second}, string>;`,
      `  open: static func(path: string) -> option<u32>;`,
    ];
    const name = this.#declare((name) => `resource ${name} {\n${body.join('\n')}\n}`);
    this.#resource = name;
  }

  func(): void {
    const handle = this.#resource === undefined ? '' : `, target: borrow<${this.#resource}>`;
    const result = `result<${this.#type(2)}, ${this.#type(0)}>`;
    const signature = `func(${this.#word(0)}: ${this.#type(1)}${handle}) -> ${result}`;
    this.#declare((name) => `get-${name}: ${signature};`);
  }

  toString(): string {
    const body = this.#lines
      .map((line) => (line === '' ? '' : `  ${line.replaceAll('\n', '\n  ')}`))
      .join('\n');
    return `/// What belongs to ${this.name}.\ninterface ${this.name} {\n${body}}\n`;
  }

  #declareType(text: (name: string) => string): void {
    this.#types.push(this.#declare(text));
  }

  #declare(text: (name: string) => string): string {
    const number = this.next++;
    const name = `${words[number % words.length] ?? ''}-${kinds[number % kinds.length] ?? ''}${number}`;
    this.#lines.push(`/// The ${name} of a connection, as its peer last reported it.`, text(name), '');
    return name;
  }

  #word(index: number): string {
    return words[(this.next + index) % words.length] ?? '';
  }

  /** A type as they mostly are: a primitive, one declared a little earlier, or a list or option of it. */
  #type(index: number): string {
    const primitive = primitives[(this.next + index) % primitives.length] ?? 'u32';
    const named = this.#types.at(-1 - ((this.next + index) % 5)) ?? primitive;
    return (
      [primitive, named, `list<${named}>`, `option<${primitive}>`][(this.next * 3 + index) % 4] ?? primitive
    );
  }
}
