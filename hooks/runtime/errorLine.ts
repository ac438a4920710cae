import { withoutSecrets } from '../secrets'

const MAX = 500

/** What is kept of an error: one line, without a stack (which would fill the table and tell staff nothing). */
export function errorLine(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  // Hidden first: of a key of several lines, one is no longer the key.
  const line = withoutSecrets(text).split('\n', 1)[0] ?? ''
  return line.length > MAX ? `${line.slice(0, MAX - 1)}…` : line
}
