/** Where the command line prints. Texts end their own lines. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether colours can be seen in what is printed. Not unless given. */
  readonly colors?: { readonly out: boolean; readonly err: boolean };
}

/** What is known of the stream that a text goes to. */
export interface OutputStream {
  readonly isTTY?: boolean;
}

/**
 * Whether to colour what goes to a stream, if no option says so: on a terminal, unless the environment says otherwise.
 * See https://no-color.org and https://force-color.org.
 */
export function takesColor({ isTTY = false }: OutputStream, env: NodeJS.ProcessEnv): boolean {
  const { NO_COLOR = '', FORCE_COLOR = '', TERM } = env;
  if (NO_COLOR !== '' || FORCE_COLOR === '0' || FORCE_COLOR === 'false') return false;
  return FORCE_COLOR !== '' || (isTTY && TERM !== 'dumb');
}
