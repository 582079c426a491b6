import type { Func, FuncKind, Resolve, Type, TypeDef, TypeId } from '../resolve/model.js';
import { elementTypes } from '../resolve/type-elements.js';
import type { LeftOutNames } from './left-out-names.js';
import { LeftOverTypes } from './left-over-types.js';
import { madeByFuncs } from './made-types.js';
import { declaredTypes } from './plan.js';
import type { ExternStep, FuncStep, InterfacePlan, PackagePlan, TypeStep, WorldPlan } from './plan.js';

/**
 * Adds what is left of functions whose feature is not active: the types without a name in their signatures are there all
 * the same. A function that needs a feature stands where they come to be, so that the types of all others have the order
 * that they have, and none is missing.
 */
export function withLeftOut(
  resolve: Resolve,
  plans: readonly PackagePlan[],
  names: LeftOutNames,
): readonly PackagePlan[] {
  const leftOver = new LeftOverTypes(resolve);
  return plans.map((plan) => new PackageCompletion(resolve, leftOver, names).complete(plan));
}

/** An interface or a world as it is completed. */
interface Scope {
  /** Adds a function to what is there so far. Later scopes may do that too. */
  readonly add: (func: Func) => void;
}

class PackageCompletion {
  readonly #resolve: Resolve;
  readonly #leftOver: LeftOverTypes;
  readonly #names: LeftOutNames;
  /** By the kind and the id of who owns their types. */
  readonly #scopes = new Map<string, Scope>();
  /** Before all scopes. */
  readonly #first: Func[] = [];
  #current: Scope = { add: (func) => this.#first.push(func) };

  constructor(resolve: Resolve, leftOver: LeftOverTypes, names: LeftOutNames) {
    this.#resolve = resolve;
    this.#leftOver = leftOver;
    this.#names = names;
  }

  complete(plan: PackagePlan): PackagePlan {
    const interfaces = plan.interfaces.map((each) => this.#interface(each));
    const worlds = plan.worlds.map((each) => this.#world(each));
    this.#add(this.#leftOver.atEnd(plan.id));
    if (this.#first.length === 0) return { ...plan, interfaces, worlds };
    const leftOut = { name: this.#names.next(), feature: this.#names.feature, funcs: this.#first };
    return { ...plan, interfaces, worlds, leftOut };
  }

  #interface(plan: InterfacePlan): InterfacePlan {
    const steps: (TypeStep | FuncStep)[] = [];
    this.#enter(plan, `interface ${plan.id}`, (func) => steps.push({ kind: 'func', func }));
    for (const step of plan.steps) {
      if (step.kind === 'func') this.#add(this.#before(step.func));
      steps.push(step.kind === 'func' ? step : this.#resource(step));
    }
    return { ...plan, steps };
  }

  #world(plan: WorldPlan): WorldPlan {
    const steps: (TypeStep | ExternStep)[] = [];
    const scope = this.#enter(plan, `world ${plan.id}`, (func) =>
      steps.push({
        kind: 'extern',
        direction: 'import',
        key: func.name,
        item: { kind: 'function', function: func },
        inline: undefined,
      }),
    );
    for (const step of plan.steps) {
      if (step.kind === 'type') {
        steps.push(this.#resource(step));
        continue;
      }
      if (step.item.kind === 'function') this.#add(this.#before(step.item.function));
      const inline = step.inline && this.#interface(step.inline);
      this.#current = scope;
      steps.push({ ...step, inline });
    }
    return { ...plan, steps };
  }

  /** What was left out before the declared types belongs to an earlier scope: in each, those come first. */
  #enter(plan: InterfacePlan | WorldPlan, owner: string, add: Scope['add']): Scope {
    this.#add(this.#leftOver.beforeDeclared(declaredTypes(plan)));
    const scope = { add };
    this.#scopes.set(owner, scope);
    this.#current = scope;
    return scope;
  }

  /** What is left over among the functions of a resource stays there. */
  #resource(step: TypeStep): TypeStep {
    const resource = this.#resolve.types[step.id]?.name ?? '';
    const kind = { kind: 'static', resource: step.id } as const;
    const funcs = step.funcs.flatMap((func) => {
      const types = this.#before(func);
      const scopes = this.#scopesOf(types);
      const here = types.filter((_, index) => scopes[index] === this.#current);
      this.#add(types.slice(0, types.length - here.length));
      if (here.length === 0) return [func];
      return [this.#func(`[static]${resource}.${this.#names.next()}`, kind, here), func];
    });
    return { ...step, funcs };
  }

  #before(func: Func): TypeId[] {
    return this.#leftOver.before(madeByFuncs(this.#resolve, [func]));
  }

  /** One function for types that belong to the same scope. */
  #add(types: readonly TypeId[]): void {
    const byScope = new Map<Scope, TypeId[]>();
    for (const [index, scope] of this.#scopesOf(types).entries()) {
      byScope.set(scope, [...(byScope.get(scope) ?? []), ...types.slice(index, index + 1)]);
    }
    for (const [scope, own] of byScope) {
      scope.add(this.#func(this.#names.next(), { kind: 'freestanding' }, own));
    }
  }

  /** Where the names in each type mean what they mean in it. One without names belongs to what comes after it. */
  #scopesOf(types: readonly TypeId[]): Scope[] {
    let scope = this.#current;
    return types
      .toReversed()
      .map((type) => (scope = this.#ownScope(type) ?? scope))
      .toReversed();
  }

  #ownScope(type: TypeId): Scope | undefined {
    const rest: Type[] = [type];
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      const found = typeof next === 'number' ? this.#resolve.types[next] : undefined;
      if (found === undefined) continue;
      if (found.name !== undefined)
        return found.owner && this.#scopes.get(`${found.owner.kind} ${found.owner.id}`);
      for (const part of partsOf(found)) rest.push(part);
    }
    return undefined;
  }

  #func(name: string, kind: FuncKind, types: readonly TypeId[]): Func {
    const params = types.filter((type, index) => !this.#isMadeWith(type, types[index + 1]));
    return {
      name,
      kind,
      async: false,
      params: params.map((type, index) => ({ name: `p${index + 1}`, type, span: nowhere })),
      docs: 'A feature that is not active left a function out. Only its types are here.',
      stability: { kind: 'unstable', feature: this.#names.feature },
      span: nowhere,
    };
  }

  /** Whether naming the next type makes this one too. */
  #isMadeWith(type: TypeId, next: TypeId | undefined): boolean {
    const [found, after] = [type, next ?? -1].map((id) => this.#resolve.types[id]);
    const isHandle = found?.kind.kind === 'own';
    return isHandle || (after !== undefined && elementTypes(after.kind).includes(type));
  }
}

/** What is added has no place in a text. */
const nowhere = { file: 0, start: 0, end: 0 };

function partsOf({ kind }: TypeDef): readonly Type[] {
  return kind.kind === 'own' || kind.kind === 'borrow' ? [kind.resource] : elementTypes(kind);
}
