/** What the command line runs in. Texts end their own lines. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether colours can be seen in what is printed. Not unless given. */
  readonly colors?: { readonly out: boolean; readonly err: boolean };
  /** Whether a line on the standard error can be written over: whether someone looks on. Not unless given. */
  readonly isInteractive?: boolean;
  /** The folder in which a config file is looked for; that of the process unless given. */
  readonly folder?: string;
  /** Reads the standard input to its end. It is empty unless given. */
  readonly input?: () => Promise<Uint8Array<ArrayBuffer>>;
  /** From when it is called on, an interruption by the user no longer ends the process, but is told. */
  readonly interruption?: () => AbortSignal;
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

/** Whether to write over a line of a stream: on a terminal that can, and that nothing but a person reads. */
export function takesProgress(
  { isTTY = false }: OutputStream,
  { TERM, CI = '' }: NodeJS.ProcessEnv,
): boolean {
  return isTTY && TERM !== 'dumb' && CI === '';
}
