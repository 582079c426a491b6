import { compileErrorAt, type CompileError } from '../../errors/compile-error.js';
import type { ComponentItem, FuncType } from '../../types/item-type.js';
import { describeType } from '../../types/print.js';
import type { ResourceType, ValType } from '../../types/val-type.js';
import type { AnnotatedParts } from '../names/extern-name.js';

/** The resources that are imported, or those that are exported, so far: by name. */
export type NamedResources = ReadonlyMap<string, ResourceType>;

/** An import or export whose name says that it is a constructor, a method or a static function. */
export interface AnnotatedItem {
  /** What it is in messages: "import `[method]a.b`". */
  readonly what: string;
  readonly name: AnnotatedParts;
  readonly item: ComponentItem;
  readonly offset: number;
}

/**
 * Checks that the function fits its name.
 *
 * @throws {CompileError} `annotated-name`
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#import-and-export-definitions
 */
export function checkAnnotatedName(annotated: AnnotatedItem, resources: NamedResources): void {
  const { name, item } = annotated;
  if (item.kind !== 'func') throw wrong(annotated, 'is not a function');
  if (name.kind === 'constructor') checkConstructor(annotated, item, resources);
  if (name.kind === 'method') checkMethod(annotated, item, resources);
  if (name.kind === 'static') namedResource(annotated, resources);
}

function checkConstructor(annotated: AnnotatedItem, func: FuncType, resources: NamedResources): void {
  if (func.async) throw wrong(annotated, 'is a constructor and cannot be async');
  const made = func.result && madeResource(func.result);
  if (made === undefined) {
    const { resource } = annotated.name;
    const found = func.result === undefined ? 'nothing' : `\`${describeType(func.result)}\``;
    throw wrong(annotated, `returns ${found}, not \`own<${resource}>\` or a result of it`);
  }
  checkResource(annotated, made, resources, 'returns');
}

/** The resource of `own<R>`, or of a result of it. */
function madeResource(type: ValType): ResourceType | undefined {
  const made = type.kind === 'result' ? type.ok : type;
  return made?.kind === 'own' ? made.resource : undefined;
}

function checkMethod(annotated: AnnotatedItem, func: FuncType, resources: NamedResources): void {
  const [self] = func.params;
  if (self?.name !== 'self' || self.type.kind !== 'borrow') {
    const found =
      self === undefined ? 'has no' : `has \`${self.name}: ${describeType(self.type)}\` as its first`;
    throw wrong(annotated, `${found} parameter, not \`self: borrow<${annotated.name.resource}>\``);
  }
  checkResource(annotated, self.type.resource, resources, 'takes');
}

/** Checks that the function is about the resource that its name says. */
function checkResource(
  annotated: AnnotatedItem,
  found: ResourceType,
  resources: NamedResources,
  verb: 'takes' | 'returns',
): void {
  if (namedResource(annotated, resources) === found) return;
  throw wrong(annotated, `${verb} another resource than \`${annotated.name.resource}\``);
}

/** The resource that has the name. A function cannot come before its resource. */
function namedResource(annotated: AnnotatedItem, resources: NamedResources): ResourceType {
  const { resource } = annotated.name;
  const found = resources.get(resource);
  if (found !== undefined) return found;
  throw wrong(annotated, `needs a resource \`${resource}\` that has its name here before it`);
}

function wrong({ what, offset }: AnnotatedItem, message: string): CompileError {
  return compileErrorAt('annotated-name', offset, `${what} ${message}`);
}
