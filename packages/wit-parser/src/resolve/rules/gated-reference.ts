import type { Problem } from '../../source/diagnostic.js';
import type { Span } from '../../source/span.js';
import type { TypeDef } from '../model.js';

/**
 * What is there cannot refer to what a feature would add.
 *
 * @param at - What refers to it.
 * @param declared - Where it is declared.
 */
export function gatedReference(at: Span, name: string, feature: string, declared: Span): Problem {
  return {
    code: 'gated-reference',
    message: `\`${name}\` needs the feature \`${feature}\`, which is not active`,
    span: at,
    notes: [
      { message: 'declared here', span: declared },
      {
        message: `activate the feature, or put \`@unstable(feature = ${feature})\` before what refers to it`,
      },
    ],
  };
}

/** As {@link gatedReference}, for a type. One without a name belongs to the first item that has it. */
export function absentType({ name, stability, span }: TypeDef, at: Span): Problem {
  const feature = stability?.kind === 'unstable' ? stability.feature : '';
  if (name !== undefined) return gatedReference(at, name, feature, span);
  return {
    code: 'gated-reference',
    message: `this has a type that came first with the feature \`${feature}\`, which is not active`,
    span: at,
    notes: [
      { message: 'the type came first here', span },
      { message: `activate the feature, or give the type a name that does not need it` },
    ],
  };
}

/** A type without a gate cannot stand in an interface or a world that has one. */
export function typeInGatedOwner(name: string, at: Span, feature: string): Problem {
  return {
    code: 'gated-reference',
    message: `\`${name}\` has no gate of its own, but what contains it needs a feature that is not active`,
    span: at,
    notes: [{ message: `activate the feature, or put \`@unstable(feature = ${feature})\` before it too` }],
  };
}
