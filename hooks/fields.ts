import type { CollectionConfig, Field } from 'payload'
import { newId } from '@/core/ids'
import type { Lang } from '@/core/lang'
import { type Cents, formatCents } from '@/core/money'

/** One text id (UUIDv7) on both databases, so that data can move from one to the other (stack.md). */
export const idField = (): Field => ({
  name: 'id',
  type: 'text',
  required: true,
  defaultValue: () => newId(),
  admin: { hidden: true },
})

/** Gives each collection its id field. Applied in one place, payload.config.ts. */
export const withIds = (collections: CollectionConfig[]): CollectionConfig[] =>
  collections.map((collection) => ({
    ...collection,
    fields: collection.fields.some((f) => 'name' in f && f.name === 'id')
      ? collection.fields
      : [idField(), ...collection.fields],
  }))

/** `custom` of a field that holds cents: staff reads euros (src/admin/shown). */
export const inEuros = { say: (cents: Cents, lang: Lang): string => formatCents(cents, lang) }

/**
 * Columns of a row that decides: `rev` for compare-and-set, the facts of the last decisions, and the
 * indexed flag by which the relay finds them. Never written but by `insertDeciding` and `decide`.
 */
export const decidingFields = (): Field[] => [
  { name: 'rev', type: 'number', required: true, defaultValue: 0, admin: { hidden: true } },
  { name: 'facts', type: 'textarea', hidden: true },
  { name: 'factsPending', type: 'number', defaultValue: 0, index: true, hidden: true },
]
