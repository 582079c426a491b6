import type { Span } from '../../source/span.js';
import type { Identifier } from '../../syntax/ast.js';
import type { Report } from '../context.js';
import type { GatedUse } from '../foreign-uses.js';
import type { Stability, TypeDef } from '../model.js';
import type { ItemScope } from '../scopes.js';

/**
 * Nothing refers to what a feature would add, unless it needs a feature that is off itself.
 *
 * @param item - What refers to it, where that is not the reference itself: there a gate is missing.
 */
export function reportGated(
  report: Report,
  { text, span }: Identifier,
  stability: Stability | undefined,
  declared: Span,
  item: Span = span,
): void {
  const feature = featureOf(stability);
  const advice = `activate the feature, or put \`@unstable(feature = ${feature})\` before what refers to it`;
  const code = 'gated-reference';
  if (item === span) {
    const message = `\`${text}\` needs the feature \`${feature}\`, which is not active`;
    report({
      code,
      message,
      span,
      notes: [{ message: 'declared here', span: declared }, { message: advice }],
    });
    return;
  }
  const message = `this refers to \`${text}\`, which needs the feature \`${feature}\`, and that is not active`;
  const notes = [
    { message: `it refers to \`${text}\` here`, span },
    { message: `\`${text}\` is declared here`, span: declared },
    { message: advice },
  ];
  report({ code, message, span: item, notes });
}

/** A type of another package is not there without the first `use` that names it. */
export function reportGatedUse(report: Report, { text, span }: Identifier, first: GatedUse): void {
  const feature = featureOf(first.stability);
  report({
    code: 'gated-reference',
    message: `the first \`use\` of \`${text}\` needs the feature \`${feature}\`, which is not active`,
    span,
    notes: [
      { message: 'first used here', span: first.span },
      { message: 'put a `use` that needs no feature before it' },
    ],
  });
}

/** Whether an interface or a world is there. When it is not, and the one who asks is, that is reported. */
export function checkOpen(
  report: Report,
  item: ItemScope,
  reference: Identifier,
  askerIsOpen: boolean,
): boolean {
  if (item.id !== undefined || item.stability?.kind !== 'unstable') return true;
  if (askerIsOpen) reportGated(report, reference, item.stability, item.span);
  return false;
}

/** A function cannot be there without its resource. */
export function reportFuncOfGatedResource(report: Report, { span }: Identifier, resource: TypeDef): void {
  const needs = `needs the feature \`${featureOf(resource.stability)}\``;
  const message = `this function has no gate of its own, but its resource \`${resource.name}\` ${needs}`;
  const notes = [{ message: 'the resource is declared here', span: resource.span }];
  report({ code: 'gated-reference', message, span, notes });
}

/** A type cannot be there without its interface or world. */
export function reportTypeInGatedItem(report: Report, { text, span }: Identifier): void {
  const message = `\`${text}\` has no gate of its own, but what contains it needs a feature that is not active`;
  report({ code: 'gated-reference', message, span });
}

/** A world cannot be there without its types: others may refer to them. */
export function reportGatedTypeInWorld(report: Report, { name, stability }: TypeDef, span: Span): void {
  const feature = featureOf(stability);
  const message = `the type \`${name}\` of this world needs the feature \`${feature}\`, which is not active`;
  const notes = [
    {
      message: `a world is not there without its types: put \`@unstable(feature = ${feature})\` before the world`,
    },
  ];
  report({ code: 'gated-reference', message, span, notes });
}

function featureOf(stability: Stability | undefined): string {
  return stability?.kind === 'unstable' ? stability.feature : '';
}
