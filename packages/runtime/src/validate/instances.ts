import type { InlineExport, InstanceExpression } from '../binary/definitions.js';
import type { ComponentItem, ExternAttribute, InstanceType } from '../types/item-type.js';
import { setExportedResourceName } from '../types/resource-name.js';
import { callResource } from './fresh-resources.js';
import { instantiation } from './instantiation.js';
import { introduce } from './introduce.js';
import { itemAt, validItem } from './item-at.js';
import { checkCount } from './limits.js';
import { ExternNames } from './names/extern-names.js';
import type { Scope } from './scope.js';
import { checkTypeSize, factsOf } from './types/type-facts.js';
import type { NamedItem, ValidDefinition } from './valid-component.js';

/** Checks an instance definition. */
export function defineInstance(
  scope: Scope,
  expression: InstanceExpression,
  offset: number,
): ValidDefinition {
  if (expression.kind === 'exports') return inlineInstance(scope, expression.exports, offset);
  const { type, args } = instantiation(scope, expression, offset);
  introduce(scope, { item: type, resourceName: undefined }, offset);
  const { component } = expression;
  return { offset, kind: 'instance', expression: { kind: 'instantiate', component, args }, type };
}

/** An instance that is made of what there is already. */
function inlineInstance(scope: Scope, inline: readonly InlineExport[], offset: number): ValidDefinition {
  const names = new ExternNames(scope.validation.features);
  const exports = new Map<string, ComponentItem>();
  const attributes = new Map<string, readonly ExternAttribute[]>();
  const valid: NamedItem[] = [];
  let size = 1;
  for (const { name, item: index } of inline) {
    checkCount('instanceExports', exports.size, offset);
    const { item, resourceName } = itemAt(scope, index, offset);
    names.addInline(name, item, offset);
    size += factsOf(item).size;
    checkTypeSize(size, offset);
    exports.set(name.name, item);
    if (item.kind === 'resource') {
      callResource(item, name.name);
      setExportedResourceName(exports, name.name, item, resourceName ?? item);
    }
    if (name.attributes.length > 0) attributes.set(name.name, name.attributes);
    valid.push({ name: name.name, item: validItem(index, item) });
  }
  const type: InstanceType = {
    kind: 'instance',
    exports,
    ...(attributes.size === 0 ? {} : { attributes }),
  };
  introduce(scope, { item: type, resourceName: undefined }, offset);
  return { offset, kind: 'instance', expression: { kind: 'exports', exports: valid }, type };
}
