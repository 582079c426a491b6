import type { Problem } from '../source/diagnostic.js';
import type { Span } from '../source/span.js';
import type { ExternSyntax, Identifier, PathSyntax, WorldSyntax } from '../syntax/ast.js';
import type { FileContext } from './context.js';
import { resolveFunc, resolveResourceFuncs } from './functions.js';
import type { FuncDraft } from './functions.js';
import { resolveInterface } from './interfaces.js';
import type { ResolvedInterface } from './interfaces.js';
import { interfaceKey } from './model.js';
import type { Stability, WorldId, WorldItem, WorldKey } from './model.js';
import { checkOpen, lookUpPath } from './path-lookup.js';
import type { TypeScope, WorldScope } from './scopes.js';
import { resolveTypeScope, typeEntries } from './type-scope.js';

/** A world's own items, before its functions are settled and other worlds included. */
export interface ResolvedWorld {
  /** `undefined` when a feature that is off takes the world away. */
  readonly id: WorldId | undefined;
  readonly imports: ReadonlyMap<WorldKey, WorldItem>;
  readonly exports: ReadonlyMap<WorldKey, WorldItem>;
  /** The interfaces written in place. */
  readonly interfaces: readonly ResolvedInterface[];
}

export function resolveWorld(file: FileContext, world: WorldSyntax, scope: WorldScope): ResolvedWorld {
  const { name, docs, attributes } = world;
  const { open, stability } = file.gates.read(attributes, name.span);
  const id = open
    ? file.arenas.addWorld({ ...emptyWorld(file, name), ...optionalHead(docs, stability) })
    : undefined;
  scope.id = id;
  scope.stability = stability;
  const types = resolveTypeScope(
    file,
    world.items,
    id === undefined ? undefined : { kind: 'world', id },
    scope.names,
  );
  const resolver = new WorldItems(file);
  for (const [typeName, { id: type, span }] of typeEntries(types)) {
    resolver.add('import', typeName, { kind: 'type', id: type, span }, span);
  }
  for (const item of world.items) {
    if (item.kind === 'import' || item.kind === 'export') resolver.addExtern(item, types);
    else if (item.kind === 'type' && item.body.kind === 'resource') {
      for (const draft of resolveResourceFuncs(file, item.name, item.body.funcs, types)) {
        resolver.addFunc('import', draft);
      }
    }
  }
  return { id, imports: resolver.imports, exports: resolver.exports, interfaces: resolver.interfaces };
}

function emptyWorld({ package: owner }: FileContext, { text, span }: Identifier) {
  return { name: text, imports: new Map(), exports: new Map(), package: owner, span };
}

/** What an item may have before it, without keys for what it has not. */
function optionalHead(docs: string | undefined, stability: Stability | undefined) {
  return { ...(docs !== undefined && { docs }), ...(stability !== undefined && { stability }) };
}

type Direction = ExternSyntax['kind'];

/** The imports and exports of a world while they are gathered. */
class WorldItems {
  readonly imports = new Map<WorldKey, WorldItem>();
  readonly exports = new Map<WorldKey, WorldItem>();
  readonly interfaces: ResolvedInterface[] = [];
  readonly #file: FileContext;
  /** Where each key was taken first, be its item there or not. */
  readonly #taken = { import: new Map<WorldKey, Span>(), export: new Map<WorldKey, Span>() };

  constructor(file: FileContext) {
    this.#file = file;
  }

  add(direction: Direction, key: WorldKey, item: WorldItem, span: Span): void {
    if (!this.#take(direction, key, span, key)) return;
    (direction === 'import' ? this.imports : this.exports).set(key, item);
  }

  addFunc(direction: Direction, { func, open }: FuncDraft): void {
    if (open) this.add(direction, func.name, { kind: 'function', function: func }, func.span);
    else this.#take(direction, func.name, func.span, func.name);
  }

  addExtern(extern: ExternSyntax, scope: TypeScope): void {
    const { kind: direction, item, docs, attributes } = extern;
    switch (item.kind) {
      case 'func': {
        const draft = resolveFunc(this.#file, { ...item, docs, attributes }, scope);
        if (draft !== undefined) this.addFunc(direction, draft);
        return;
      }
      case 'inline-interface':
        this.#addInlineInterface(extern, item);
        return;
      case 'named-path':
        this.#addPath(extern, item.path, item.name);
        return;
      case 'path':
        this.#addPath(extern, item.path, undefined);
    }
  }

  #addInlineInterface(
    { kind: direction, docs, attributes }: ExternSyntax,
    { name, items }: ExternSyntax['item'] & { kind: 'inline-interface' },
  ): void {
    const source = { name: undefined, docs, attributes, items, span: name.span };
    const resolved = resolveInterface(this.#file, source, new Map());
    this.interfaces.push(resolved);
    const { id, stability } = resolved;
    const externalId = attributes.find((attribute) => attribute.kind === 'external-id')?.id;
    if (id === undefined) this.#take(direction, name.text, name.span, name.text);
    else {
      const gates = {
        ...optionalHead(undefined, stability),
        ...(externalId !== undefined && { externalId }),
      };
      this.add(direction, name.text, { kind: 'interface', id, ...gates, span: name.span }, name.span);
    }
  }

  /** @param label - The name that the interface is given, if not its own. */
  #addPath(
    { kind: direction, docs, attributes }: ExternSyntax,
    path: PathSyntax,
    label: Identifier | undefined,
  ): void {
    const { span } = label ?? path.name;
    const { open, ...gates } = this.#file.gates.read(attributes, span);
    const found = lookUpPath(this.#file, path, 'interface');
    if (found === undefined) return;
    const isThere = checkOpen(this.#file, found, path.name, open);
    if (!isThere || !open || found.id === undefined) {
      if (label !== undefined) this.#take(direction, label.text, span, label.text);
      return;
    }
    const item = {
      kind: 'interface',
      id: found.id,
      ...optionalHead(docs, undefined),
      ...gates,
      span,
    } as const;
    const key = label?.text ?? interfaceKey(found.id);
    if (!this.#take(direction, key, span, label?.text ?? path.name.text)) return;
    (direction === 'import' ? this.imports : this.exports).set(key, item);
  }

  #take(direction: Direction, key: WorldKey, span: Span, name: string): boolean {
    const first = this.#taken[direction].get(key);
    if (first === undefined) {
      this.#taken[direction].set(key, span);
      return true;
    }
    this.#file.report(alreadyTaken(direction, name, span, first));
    return false;
  }
}

function alreadyTaken(direction: Direction, name: string, span: Span, first: Span): Problem {
  const message = `\`${name}\` is ${direction}ed twice`;
  return {
    code: 'duplicate-name',
    message,
    span,
    notes: [{ message: `first ${direction}ed here`, span: first }],
  };
}
