import { didYouMean, type Span } from '@wit-bindgen-ts/wit-parser';
import type { BindgenOptions, FunctionPatterns } from '../options/bindgen-options.js';
import { hostClassOf } from '../options/chosen-options.js';
import { countedMappings, type OptionTargets } from '../options/option-targets.js';
import type { ProblemReport } from './problem-report.js';

/**
 * Reports options that name nothing there is: they would be a mistake that nobody sees.
 *
 * @param span Of what the options are for.
 */
export function checkOptions(
  options: BindgenOptions,
  targets: OptionTargets,
  report: ProblemReport,
  span: Span,
): void {
  const check = (option: string, patterns: FunctionPatterns = [], known: ReadonlySet<string>): void => {
    if (patterns === true) return;
    for (const pattern of patterns.filter((each) => !known.has(each))) {
      const message = `the option \`${option}\` names \`${pattern}\`, which is no ${kindOf(known, targets)} function`;
      report.add('option-unused', { path: '' }, '', message, span, didYouMean(pattern, known));
    }
  };
  check('trappable', options.trappable, targets.imports);
  check('async.imports', options.async?.imports, targets.imports);
  check('async.exports', options.async?.exports, targets.exports);
  checkConstructors(options, targets, report, span);
  const counted = countedMappings(targets, options.with ?? {});
  for (const [item, target] of Object.entries(options.with ?? {})) {
    checkMapping(item, target, targets, counted, report, span);
  }
}

function checkConstructors(
  options: BindgenOptions,
  { constructors }: OptionTargets,
  report: ProblemReport,
  span: Span,
): void {
  for (const side of ['imports', 'exports'] as const) {
    const patterns = options.async?.[side] ?? [];
    if (patterns === true) continue;
    for (const pattern of patterns.filter((each) => constructors.has(each))) {
      const message = `the option \`async.${side}\` names \`${pattern}\`, and no constructor returns a promise`;
      report.add('option-invalid', { path: '' }, '', message, span);
    }
  }
}

function kindOf(known: ReadonlySet<string>, { exports }: OptionTargets): string {
  return known === exports ? 'exported' : 'imported';
}

function checkMapping(
  item: string,
  target: string,
  { importedInterfaces, importedResources }: OptionTargets,
  counted: ReadonlySet<string>,
  report: ProblemReport,
  span: Span,
): void {
  const isKnown = importedInterfaces.has(item) || importedResources.has(item);
  const add = (code: 'option-unused' | 'option-invalid', message: string): void => {
    const notes = isKnown ? [] : didYouMean(item, [...importedInterfaces, ...importedResources]);
    report.add(code, { path: '' }, '', message, span, notes);
  };
  if (!isKnown) {
    add('option-unused', `the option \`with\` names \`${item}\`, which is no imported interface or resource`);
  } else if (!counted.has(item)) {
    add('option-unused', `the option \`with\` names \`${item}\`, for which another mapping counts`);
  } else if (importedResources.has(item)) {
    if (hostClassOf(target) !== undefined) return;
    add(
      'option-invalid',
      `the option \`with\` maps the resource \`${item}\` to \`${target}\`, which is not of the form \`module#Class\``,
    );
  } else {
    if (target !== '' && !target.includes('#')) return;
    add(
      'option-invalid',
      `the option \`with\` maps the interface \`${item}\` to \`${target}\`, which is no module`,
    );
  }
}
