/** Makes statements of the kinds that are emitted, nested in any way, with names of any length: the same for a seed. */
export class RandomStatements {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  statement(): string {
    const [name, parameters] = [this.#name(), this.#list(5, () => this.#parameter())];
    return this.#pick<string>(
      () => `type ${name} = ${this.#type(0)};`,
      () =>
        `export interface A {\n${name}(${parameters}): ${this.#type(2)};\nreadonly ${name}: ${this.#type(0)};\n}`,
      () => `export const ${name}: ${this.#type(2)} = ${this.#expression(0)};`,
      () => `function ${name}(${parameters}): ${this.#type(2)} {\n${this.#body(0)}\n${this.#body(0)}\n}`,
    );
  }

  #body(depth: number): string {
    const value = (): string => this.#expression(0);
    const simple = [
      () => `const ${this.#name()} = ${value()};`,
      () => `return ${value()};`,
      () => `this.${this.#name()} = ${value()};`,
      () => `${this.#call(0)};`,
      () => `if (${value()}) return ${value()};`,
      () => `const ${this.#name()}: ${this.#type(2)} = cx.attempt(() => ${this.#call(0)});`,
    ];
    if (depth > 2) return this.#pick(...simple);
    const inner = (): string => this.#body(depth + 1);
    return this.#pick(
      ...simple,
      () => `for (let index = 0; index < ${this.#member()}; index++) ${this.#call(0)};`,
      () => `if (${value()}) {\n${inner()}\n}`,
      () => `return (${this.#list(5, () => this.#parameter())}): ${this.#type(3)} => {\n${inner()}\n};`,
      () =>
        `switch (${this.#member()}) {\ncase "a":\n${inner()}\ncase 2: {\n${inner()}\n}\ndefault:\n${inner()}\n}`,
    );
  }

  #expression(depth: number): string {
    const simple = [
      () => this.#name(),
      () => this.#member(),
      () => `${this.#below(300)}`,
      () => this.#string(),
    ];
    if (depth > 3) return this.#pick(...simple);
    const inner = (): string => this.#expression(depth + 1);
    const call = (): string => this.#call(depth);
    return this.#pick(
      ...simple,
      call,
      () => `new A(${this.#list(3, inner)})`,
      () => `{ ${this.#name()}: ${inner()}, ${this.#string()}: ${inner()} }`,
      () => `[${this.#list(5, inner)}]`,
      () => `!${call()} && ${call()} && ${call()}`,
      () => `${this.#member()} + ${this.#member()} * 4`,
      () => `${call()} ? ${call()} : ${this.#name()}`,
      () => `${call()}.${this.#name()}(${inner()}).${this.#name()}(${inner()})`,
    );
  }

  #call(depth: number): string {
    return `${this.#member()}(${this.#list(4, () => this.#expression(depth + 1))})`;
  }

  #member(): string {
    const parts = Array.from({ length: this.#below(3) }, () =>
      this.#pick(
        () => `.${this.#name()}`,
        () => `[${this.#below(9)}]`,
        () => `[${this.#string()}]`,
      ),
    );
    return this.#name() + parts.join('');
  }

  #type(depth: number): string {
    const simple = [() => 'number', () => `T${this.#name()}`];
    if (depth > 3) return this.#pick(...simple);
    const inner = (): string => this.#type(depth + 1);
    const member = (): string => this.#type(4);
    return this.#pick<string>(
      ...simple,
      () => `Result<${inner()}, ${inner()}>`,
      () => `Promise<${inner()}>`,
      () => `[${this.#list(4, inner)}]`,
      () => `(${member()} | ${member()} | ${member()})[]`,
      () => `{ ${this.#name()}: ${inner()}; ${this.#name()}?: ${inner()} }`,
      ...(depth === 0 ? [() => `${member()} | ${member()} | ${member()}`] : []),
    );
  }

  #parameter(): string {
    return `${this.#name()}: ${this.#type(1)}`;
  }

  #name(): string {
    return this.#pick(
      () => 'cx',
      () => 'value',
      () => 'Shop',
      () => `name${'Long'.repeat(this.#below(9))}`,
    );
  }

  #string(): string {
    return `"${this.#pick(
      () => 'a',
      () => "it's",
      () => 'some-text '.repeat(this.#below(8)),
    )}"`;
  }

  #list(most: number, item: () => string): string {
    return Array.from({ length: this.#below(most) }, item).join(', ');
  }

  #pick<T>(...choices: readonly (() => T)[]): T {
    const choice = choices[this.#below(choices.length)];
    if (choice === undefined) throw new RangeError('there is nothing to choose');
    return choice();
  }

  #below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }
}
