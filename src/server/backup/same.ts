/**
 * A value with its keys in order and without what is not there: SQLite has null where MongoDB may have nothing, and
 * an empty group or list where it may have none. Two rows say the same when these texts are equal.
 */
export const sayingOf = (value: unknown): string => JSON.stringify(tidy(value)) ?? ''

/** Do two rows say the same? Rows of one database mostly are the same text already. */
export const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other) || sayingOf(one) === sayingOf(other)

function tidy(value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  if (Array.isArray(value)) {
    // A place in a list counts, even an empty one.
    return value.length === 0 ? undefined : value.map((item) => tidy(item) ?? null)
  }
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== 'object') return value
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, tidy(inner)] as const)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}
