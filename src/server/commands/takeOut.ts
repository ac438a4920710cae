/**
 * `--out FILE` (or `--out=FILE`), wherever it stands: what is printed goes to that file instead. `file` is empty where
 * none is named.
 */
export function takeOut(args: readonly string[]): { rest: string[]; file: string | undefined } {
  const at = args.findIndex((arg) => arg === '--out' || arg.startsWith('--out='))
  if (at < 0) return { rest: [...args], file: undefined }
  const joined = args[at] !== '--out'
  const file = joined ? args[at]?.slice('--out='.length) : args[at + 1]
  const rest = args.filter((_, i) => i !== at && (joined || i !== at + 1))
  return { rest, file: file ?? '' }
}
