/**
 * Most statements are on a line that is short enough, and have nothing in them that prettier would print in another way:
 * calls with names, sums and other calls as arguments, behind conditions that are calls. These are not read any further.
 */
const keywords = 'await|catch|delete|do|for|function|if|import|new|switch|throw|typeof|void|while|with|yield';
const path = `(?!(?:${keywords})\\b)[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)*`;
const number = '(?:0|[1-9]\\d*)';
const sum = `(?:${path}(?: \\+ (?:${number}|${path}(?: \\* ${number})?))?|${number})`;
const innerCall = callOf(sum);
const call = callOf(`(?:${innerCall}|${sum})`);
const condition = `!?${call}(?: \\|\\| !?${call})*`;
const action = `(?:return (?:${call}|${path})|throw ${call}|${call}|break)`;

/** One such statement, with its semicolon, that ends a line. */
export const simpleStatement = new RegExp(
  `(?:const [A-Za-z_$][\\w$]* = ${call}|(?:if \\(${condition}\\) )?${action});(?=\\n)`,
  'y',
);

function callOf(argument: string): string {
  return `${path}\\((?:${argument}(?:, ${argument})*)?\\)`;
}
