import type { BindgenOptions, BindgenProblemCode } from 'wit-bindgen-ts';

/** What a reader of the page is told about a code of the generator. */
export interface BindgenExplanation {
  readonly summary: string;
  readonly remedy: string;
  /** WIT with this problem, where the parser lets it pass. */
  readonly wit?: string;
  readonly options?: BindgenOptions;
}

export const bindgenExplanations: Readonly<Record<BindgenProblemCode, BindgenExplanation>> = {
  'empty-list': {
    summary: 'A list has the fixed length 0, which no component can have.',
    remedy: 'Leave the list out, or give it another length.',
    wit: `package example:shop@1.2.0;

world shop {
  export none: func() -> list<u8, 0>;
}
`,
  },
  'name-invalid': {
    summary: 'A name in a `Resolve` is not a name in WIT.',
    remedy:
      'Correct whatever made the `Resolve`: one that was read from WIT has no such name. Names become identifiers in generated code.',
  },
  'option-invalid': {
    summary: 'An option maps something to what cannot take its place, or wants a promise of a constructor.',
    remedy:
      'Map an interface to a module, such as `./log.js`, and a resource to a class of one, such as `./cart.js#Cart`. Leave constructors out of `async`.',
    wit: `package example:shop@1.2.0;

interface carts {
  resource cart;
}

world shop {
  import carts;
}
`,
    options: { with: { 'example:shop/carts.cart': './cart.js' } },
  },
  'option-unused': {
    summary: 'An option names something that is not there, and so would do nothing.',
    remedy:
      'Correct the name, or leave the option out. A function is `ns:pkg/iface#func`, a method `ns:pkg/iface#resource.method`, a function of the world just `func`; a version can be left out.',
    wit: `package example:shop@1.2.0;

interface log {
  write: func(message: string);
}

world shop {
  import log;
}
`,
    options: { trappable: ['example:shop/log#wirte'] },
  },
};
