import type { Block, Field } from 'payload'
import type { BlockField, InstalledBlock } from '@/hooks'
import type { BlockShape, Value, ValueShape } from './domain/blocks'

/** Longest text of a block where its field does not say. */
const MAX_TEXT = 2_000

/** A block's fields as the whitelist checks them. */
export function shapeOf({ slug, fields }: Pick<InstalledBlock, 'slug' | 'fields'>): BlockShape {
  const known = shapes.get(fields)
  if (known) return known
  const shape = { slug, fields: fields.map(valueShape) }
  shapes.set(fields, shape)
  return shape
}
const shapes = new WeakMap<object, BlockShape>()

function valueShape(field: BlockField): ValueShape {
  const common = {
    name: field.name,
    required: field.required === true,
    ...(isValue(field.defaultValue) ? { fallback: field.defaultValue } : {}),
  }
  switch (field.type) {
    case 'text':
    case 'textarea':
      return {
        ...common,
        kind: 'text',
        minLength: field.minLength ?? 0,
        maxLength: field.maxLength ?? MAX_TEXT,
      }
    case 'number':
      return {
        ...common,
        kind: 'number',
        min: field.min ?? Number.NEGATIVE_INFINITY,
        max: field.max ?? Number.POSITIVE_INFINITY,
      }
    case 'select':
      return {
        ...common,
        kind: 'select',
        options: field.options.map((option) => (typeof option === 'string' ? option : option.value)),
      }
    case 'checkbox':
      return { ...common, kind: 'checkbox' }
  }
}

const isValue = (value: unknown): value is Value => ['string', 'number', 'boolean'].includes(typeof value)

/** The block as Payload's editor offers it. */
export const editorBlock = ({ slug, labels, fields }: InstalledBlock): Block => ({
  slug,
  labels,
  admin: { disableBlockName: true },
  fields: fields.map((field) =>
    (field.type === 'text' || field.type === 'textarea') && field.maxLength === undefined
      ? ({ ...field, maxLength: MAX_TEXT } as Field)
      : field,
  ),
})
