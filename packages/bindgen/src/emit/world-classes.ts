import {
  StructureKind,
  type ClassDeclarationStructure,
  type ConstructorDeclarationStructure,
  type MethodDeclarationStructure,
  type OptionalKind,
  type PropertyDeclarationStructure,
} from 'ts-morph';
import type { WorldExport, WorldPlan } from '../plan/model.js';
import { boundText } from './bind-exports.js';
import { docComments, funcDocs } from './doc-comments.js';
import { importArguments } from './import-options-text.js';
import { hasMembers } from './interface-file.js';
import { stringLiteral, wideObject } from './literals.js';
import type { RuntimeImports } from './runtime-imports.js';
import { callStatement, functionType, signature } from './signatures.js';

const throwsLinkError = '@throws {LinkError}';

/** Whether there is anything to find in a component. */
export function hasExports({ exports }: WorldPlan): boolean {
  return exports.some((item) => item.kind === 'func' || hasMembers(item.plan));
}

/** The class of a component that fits the world, from which instances are made. */
export function preClass(plan: WorldPlan, runtime: RuntimeImports): ClassDeclarationStructure {
  const { names, witName } = plan;
  const indices = hasExports(plan);
  return {
    kind: StructureKind.Class,
    isExported: true,
    name: names.pre,
    docs: [`A component of the world \`${witName}\`: its imports linked, its exports found and checked.`],
    properties: [
      { name: 'instancePre', isReadonly: true, type: runtime.type('InstancePre') },
      ...(indices ? [{ name: '#indices', isReadonly: true, type: names.indicesType }] : []),
    ],
    ctors: [
      {
        docs: [
          `\n${throwsLinkError} If the component lacks exports of the world, or has others under their names.`,
        ],
        parameters: [{ name: 'instancePre', type: runtime.type('InstancePre') }],
        statements: [
          'this.instancePre = instancePre;',
          indices
            ? `this.#indices = ${names.indices}(instancePre.component);`
            : exportCheck(plan, 'instancePre', runtime),
        ],
      },
    ],
    methods: [
      {
        name: 'instantiate',
        isAsync: true,
        returnType: `Promise<${names.world}>`,
        statements: [
          `return new ${names.world}(await this.instancePre.instantiate()${indices ? ', this.#indices' : ''});`,
        ],
      },
      {
        name: 'instantiateSync',
        returnType: names.world,
        statements: [
          `return new ${names.world}(this.instancePre.instantiateSync()${indices ? ', this.#indices' : ''});`,
        ],
      },
    ],
  };
}

/** The class of one running instance. */
export function worldClass(plan: WorldPlan, runtime: RuntimeImports): ClassDeclarationStructure {
  const { docs, names, witName, exports } = plan;
  const described = docComments(docs);
  return {
    kind: StructureKind.Class,
    isExported: true,
    name: names.world,
    docs: described.length > 0 ? described : [`A running component of the world \`${witName}\`.`],
    properties: [
      {
        name: 'instance',
        isReadonly: true,
        type: runtime.type('Instance'),
        docs: ['For what the world does not say of the component, and for deferred calls.'],
      },
      ...exports.flatMap(property),
    ],
    ctors: [worldConstructor(plan, runtime)],
    methods: [...staticMethods(plan, runtime), ...exports.flatMap(forwardingMethod)],
  };
}

function property(item: WorldExport): OptionalKind<PropertyDeclarationStructure>[] {
  if (item.kind === 'func') {
    const { parameters, returnType } = signature(item.func, 'export');
    return [{ name: `#${item.member}`, isReadonly: true, type: functionType({ parameters, returnType }) }];
  }
  if (!hasMembers(item.plan)) return [];
  return [{ name: item.member, isReadonly: true, type: item.local.type, docs: docComments(item.docs) }];
}

function worldConstructor(
  plan: WorldPlan,
  runtime: RuntimeImports,
): OptionalKind<ConstructorDeclarationStructure> {
  const { names, exports } = plan;
  const instance = { name: 'instance', type: runtime.type('Instance') };
  const docs = [
    `\nFor an instance that you already have.\n\n${throwsLinkError} As the constructor of {@link ${names.pre}} does.`,
  ];
  const keep = 'this.instance = instance;';
  if (!hasExports(plan)) {
    const statements = [keep, exportCheck(plan, 'instance.instancePre', runtime)];
    return { docs, parameters: [instance], statements };
  }
  const bound = exports.flatMap((item): string[] => {
    if (item.kind === 'func') {
      return [`this.#${item.member} = ${boundText(item.func, `indices.${item.member}`, runtime)};`];
    }
    return hasMembers(item.plan)
      ? [`this.${item.member} = ${item.local.load}(guest, indices.${item.member});`]
      : [];
  });
  const indices = {
    name: 'indices',
    type: names.indicesType,
    initializer: `${names.indices}(instance.instancePre.component)`,
  };
  return {
    docs,
    parameters: [instance, indices],
    statements: [
      keep,
      `const guest = new ${runtime.value('Guest')}(instance${guestOptions(plan)});`,
      ...bound,
    ],
  };
}

function guestOptions({ importOptions: { results } }: WorldPlan): string {
  return results === undefined ? '' : `, ${wideObject([['results', stringLiteral(results)]])}`;
}

/** Without exports there is nothing to find, and the check is what remains. */
function exportCheck({ names }: WorldPlan, instancePre: string, runtime: RuntimeImports): string {
  return `${runtime.value('checkExports')}(${instancePre}.component, ${names.descriptor});`;
}

function staticMethods(plan: WorldPlan, runtime: RuntimeImports): OptionalKind<MethodDeclarationStructure>[] {
  const { names } = plan;
  const component = { name: 'component', type: runtime.type('Component') };
  const imports = { name: 'imports', type: names.imports };
  return [
    {
      name: 'addToLinker',
      isStatic: true,
      docs: ['Defines what the host provides, with the types that the world gives it.'],
      parameters: [{ name: 'linker', type: runtime.value('Linker') }, imports],
      returnType: 'void',
      statements: [
        `${runtime.value('defineImports')}(${['linker', names.descriptor, 'imports', ...importArguments(plan)].join(', ')});`,
      ],
    },
    {
      name: 'pre',
      isStatic: true,
      docs: [
        `\nLinks a component and checks it against the world.\n\n${throwsLinkError} With every import and export that does not fit.`,
      ],
      parameters: [component, imports],
      returnType: names.pre,
      statements: [
        'const linker = new Linker();',
        `${names.world}.addToLinker(linker, imports);`,
        `return new ${names.pre}(${runtime.value('instantiatePre')}(linker, component, ${names.descriptor}));`,
      ],
    },
    {
      name: 'instantiate',
      isStatic: true,
      isAsync: true,
      docs: [
        `\nLinks and instantiates a component.\n\n${throwsLinkError} As {@link ${names.world}.pre} does.`,
      ],
      parameters: [component, imports],
      returnType: `Promise<${names.world}>`,
      statements: [`return ${names.world}.pre(component, imports).instantiate();`],
    },
  ];
}

function forwardingMethod(item: WorldExport): OptionalKind<MethodDeclarationStructure>[] {
  if (item.kind !== 'func') return [];
  const { parameters, returnType } = signature(item.func, 'export');
  const call = `this.#${item.member}(${parameters.map(({ name }) => name).join(', ')})`;
  return [
    {
      name: item.member,
      docs: funcDocs(item.func),
      parameters,
      returnType,
      statements: [callStatement(item.func, call)],
    },
  ];
}
