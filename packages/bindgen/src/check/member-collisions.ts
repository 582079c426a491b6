import type { Func, Span, TypeDef } from '@wit-bindgen-ts/wit-parser';
import { camelCase } from '../wit/casing.js';
import { ownName } from '../wit/func-names.js';
import type { WitLookup } from '../wit/wit-lookup.js';
import type { ProblemReport } from './problem-report.js';
import type { ItemGroup } from './world-items.js';

interface Member {
  readonly name: string;
  readonly span: Span;
}

/**
 * Reports members of one object that JavaScript cannot tell apart. Their names are a convention that hosts and the
 * runtime share, so that generated code cannot rename one of them alone.
 */
export function checkMembers(lookup: WitLookup, group: ItemGroup, report: ProblemReport): void {
  for (const { name = '', kind } of group.types) {
    if (kind.kind === 'record') checkDistinct(group, name, kind.fields, report);
    if (kind.kind === 'flags') checkDistinct(group, name, kind.flags, report);
  }
  const functionsOf = (kind: Func['kind']['kind'], resource?: TypeDef): Member[] =>
    group.functions
      .filter((func) => func.kind.kind === kind && resourceOf(lookup, func) === resource)
      .map((func) => ({ name: ownName(func), span: func.span }));
  checkDistinct(group, '', functionsOf('freestanding'), report);
  for (const resource of group.types.filter(({ kind }) => kind.kind === 'resource')) {
    const { name = '' } = resource;
    checkDistinct(group, name, functionsOf('method', resource), report);
    const statics = functionsOf('static', resource);
    checkDistinct(group, name, statics, report);
    for (const { name: own, span } of statics) {
      if (own === 'prototype') {
        report.add(
          'member-collision',
          group,
          name,
          'a class in JavaScript has a `prototype` of its own',
          span,
        );
      }
    }
  }
}

function resourceOf(lookup: WitLookup, { kind }: Func): TypeDef | undefined {
  return kind.kind === 'freestanding' ? undefined : lookup.typeDef(kind.resource);
}

function checkDistinct(
  group: ItemGroup,
  item: string,
  members: readonly Member[],
  report: ProblemReport,
): void {
  const met = new Map<string, Member>();
  for (const member of members) {
    const { name, span } = member;
    const key = camelCase(name);
    const earlier = met.get(key);
    if (earlier === undefined) {
      met.set(key, member);
      continue;
    }
    const message = `\`${earlier.name}\` and \`${name}\` are both \`${key}\` in JavaScript`;
    const notes = [{ message: `\`${earlier.name}\` is defined here`, span: earlier.span }];
    report.add('member-collision', group, item, message, span, notes);
  }
}
