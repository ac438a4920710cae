import type { FlattenedField } from 'payload'

/** Of points and of arrays: no field of ours can be asked so, and SQLite knows none of them. */
const UNKNOWN = new Set(['all', 'near', 'within', 'intersects'])
const LISTS = new Set(['in', 'not_in'])
const MOST = 1_000_000_000

/**
 * What in a query Payload or the database would fail on rather than refuse: undefined where nothing is.
 * What is well put but not allowed stays theirs to refuse.
 */
export function badQuery(query: URLSearchParams, fields: readonly FlattenedField[]): string | undefined {
  for (const [name, value] of query) {
    if ((name === 'limit' || name === 'page' || name === 'depth') && Math.abs(Number(value)) > MOST)
      return name
    if (name === 'data' && parsed(value) === undefined) return name
    if (name === 'where' && value !== '') {
      const where = parsed(value)
      if (typeof where !== 'object' || where === null) return name
      if (leaves(where).some(([path, leaf]) => isBad(path, leaf, fields))) return name
    } else if (name.startsWith('where[') && isBad(segmentsOf(name).slice(1), value, fields)) return name
  }
  return undefined
}

/** `where[or][0][title][like]` → where, or, 0, title, like */
const segmentsOf = (name: string): string[] => name.replaceAll(']', '').split('[')

function leaves(value: unknown, path: string[] = []): [string[], unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
}

/** A condition: the field, the operator and, for those that take a list, the place in it. */
function isBad(path: readonly string[], value: unknown, fields: readonly FlattenedField[]): boolean {
  const [field = '', operator = '', ...more] = path.filter(
    (step, i) =>
      !(step === 'and' || step === 'or' || (/^\d*$/.test(step) && /^(and|or)$/.test(path[i - 1] ?? ''))),
  )
  if (UNKNOWN.has(operator) || (more.length > 0 && !LISTS.has(operator))) return true
  const [first = '', ...deeper] = field.split(/\.|__/)
  const type = fields.find((f) => f.name === first)?.type
  if (type === 'richText' || type === 'json') return deeper.length > 0
  if (operator === 'exists') return false
  if (type === 'number') return !String(value).split(',').every(isComparable)
  if (type !== 'date') return false
  const date = String(value)
  return date !== '' && date !== 'null' && Number.isNaN(Date.parse(date))
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** What no database could compare is no number: `1e999`. What is no number at all, Payload refuses. */
const isComparable = (value: string): boolean => Math.abs(Number(value)) !== Number.POSITIVE_INFINITY
