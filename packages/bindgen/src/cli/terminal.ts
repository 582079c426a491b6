/** Where the command line prints. Texts end their own lines. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
}
