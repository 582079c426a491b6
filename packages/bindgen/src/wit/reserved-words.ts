/** The words of strict module code that nothing can be called by. */
export const reservedWords: readonly string[] = [
  ...'arguments await break case catch class const continue debugger default delete do else enum eval export'.split(
    ' ',
  ),
  ...'extends false finally for function if implements import in instanceof interface let new null package'.split(
    ' ',
  ),
  ...'private protected public return static super switch this throw true try typeof undefined var void'.split(
    ' ',
  ),
  ...'while with yield'.split(' '),
];
