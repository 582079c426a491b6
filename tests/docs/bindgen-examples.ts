import type { BindgenProblemCode } from 'wit-bindgen-ts';

/** What a reader of the page is told about a code of the generator. */
export interface BindgenExplanation {
  readonly summary: string;
  readonly remedy: string;
  /** WIT with this problem, where the parser lets it pass. */
  readonly wit?: string;
}

export const bindgenExplanations: Readonly<Record<BindgenProblemCode, BindgenExplanation>> = {
  'async-unsupported': {
    summary: 'An item is asynchronous, which no bindings can be generated for yet.',
    remedy: 'Leave the item out of the world, or put it behind an `@unstable` feature.',
    wit: `package example:shop@1.2.0;

world shop {
  export count: async func() -> u32;
}
`,
  },
  'empty-list': {
    summary: 'A list has the fixed length 0, which no component can have.',
    remedy: 'Leave the list out, or give it another length.',
    wit: `package example:shop@1.2.0;

world shop {
  export none: func() -> list<u8, 0>;
}
`,
  },
  'member-collision': {
    summary: 'Two members of one object have the same name in JavaScript.',
    remedy:
      'Give one of the two another name in WIT. Hosts, guests and the runtime all derive the names in JavaScript from those, so that generated code alone cannot choose another.',
    wit: `package example:shop@1.2.0;

interface prices {
  record price { price-1: u64, price1: u64 }
}

world shop {
  export prices;
}
`,
  },
  'name-invalid': {
    summary: 'A name in a `Resolve` is not a name in WIT.',
    remedy:
      'Correct whatever made the `Resolve`: one that was read from WIT has no such name. Names become identifiers in generated code.',
  },
};
