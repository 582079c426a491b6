import type { Identifier } from '../../syntax/ast.js';
import type { Report } from '../context.js';
import { worldItemSpan } from '../model.js';
import type { WorldItem } from '../model.js';

/** Two worlds in one do not have two items of one name. */
export function reportNameConflict(
  report: Report,
  at: Identifier,
  direction: 'import' | 'export',
  name: string,
  earlier: WorldItem,
): void {
  report({
    code: 'include-conflict',
    message: `\`${at.text}\` ${direction}s \`${name}\`, and so does this world already`,
    span: at.span,
    notes: [
      { message: `first ${direction}ed here`, span: worldItemSpan(earlier) },
      { message: `give one of them another name: \`include ${at.text} with { ${name} as … }\`` },
    ],
  });
}

/** An interface that both of them have is there once, with one stability. */
export function reportStabilityConflict(report: Report, at: Identifier, earlier: WorldItem): void {
  const message = `\`${at.text}\` gives one of its interfaces another stability than this world does`;
  const notes = [{ message: 'this world has it from here', span: worldItemSpan(earlier) }];
  report({ code: 'include-conflict', message, span: at.span, notes });
}
