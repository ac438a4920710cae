import { ok, type Result, refuse } from '@/core/result'

/**
 * What a block of a plugin asks of who places it, as plain data: Payload's fields are read into it (../blocks), so
 * that checking values needs nothing but this.
 */
export type BlockShape = { readonly slug: string; readonly fields: readonly ValueShape[] }
export type ValueShape = { readonly name: string; readonly required: boolean; readonly fallback?: Value } & (
  | { readonly kind: 'text'; readonly minLength: number; readonly maxLength: number }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'select'; readonly options: readonly string[] }
  | { readonly kind: 'checkbox' }
)
export type Value = string | number | boolean
export type Values = Readonly<Record<string, Value | undefined>>

/** What a block holds, kept to its fields: unknown names are dropped, what is missing has its default. */
export function readValues(
  shape: BlockShape,
  given: Readonly<Record<string, unknown>>,
): Result<Record<string, Value>, 'richtext.block-value' | 'richtext.block-incomplete'> {
  const values: Record<string, Value> = {}
  for (const field of shape.fields) {
    const raw = Object.hasOwn(given, field.name) ? given[field.name] : undefined
    const value = isNothing(raw) ? field.fallback : raw
    if (isNothing(value)) {
      if (field.required) return refuse('richtext.block-incomplete')
      continue
    }
    if (!fits(field, value)) return refuse('richtext.block-value')
    values[field.name] = typeof value === 'string' ? value.toWellFormed() : value
  }
  return ok(values)
}

const isNothing = (value: unknown): value is null | undefined | '' =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')

function fits(field: ValueShape, value: unknown): value is Value {
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' && value.length >= field.minLength && value.length <= field.maxLength
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value >= field.min && value <= field.max
    case 'select':
      return typeof value === 'string' && field.options.includes(value)
    case 'checkbox':
      return typeof value === 'boolean'
  }
}
