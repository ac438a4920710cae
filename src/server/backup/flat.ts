import type { FlattenedField, Payload, SanitizedCollectionConfig } from 'payload'

const PLAIN = new Set([
  'text',
  'textarea',
  'number',
  'checkbox',
  'date',
  'select',
  'radio',
  'email',
  'code',
  'json',
  'richText',
])

/** A field that is one column of its own, in the row's own table. */
export type PlainField = { readonly name: string; readonly type: string; readonly unique: boolean }

/**
 * The columns of a collection whose rows are one table row each, without languages, lists or groups: such rows are
 * written many at a time. Null for any other collection, whose rows Payload writes one by one.
 */
export function plainFields(payload: Payload, config: SanitizedCollectionConfig): PlainField[] | null {
  if (payload.collections[config.slug]?.customIDType !== 'text') return null
  const stored = config.flattenedFields.filter((f) => !('virtual' in f && f.virtual) && f.type !== 'join')
  if (!stored.every((field) => isPlain(payload, field))) return null
  return stored.map((f) => ({ name: f.name, type: f.type, unique: 'unique' in f && f.unique === true }))
}

function isPlain(payload: Payload, field: FlattenedField): boolean {
  if (('localized' in field && field.localized) || ('hasMany' in field && field.hasMany)) return false
  if (PLAIN.has(field.type)) return true
  if (field.type !== 'relationship' && field.type !== 'upload') return false
  return (
    typeof field.relationTo === 'string' && payload.collections[field.relationTo]?.customIDType === 'text'
  )
}
