/** Colours of a text; none, where nobody sees them. Only those that every theme has. */
export interface Paint {
  readonly heading: (text: string) => string;
  readonly faint: (text: string) => string;
}

export const plainText: Paint = { heading: (text) => text, faint: (text) => text };

export const colored: Paint = {
  heading: (text) => `\u001b[1m${text}\u001b[22m`,
  faint: (text) => `\u001b[2m${text}\u001b[22m`,
};
