import type {
  Block,
  CollectionConfig,
  DateField,
  Field,
  GlobalConfig,
  NumberField,
  Tab,
  TextField,
} from 'payload'
import { isReference } from './shown/references'

/**
 * What the admin should look like for staff, given once for all collections and globals: no API tab, which is a
 * tool for programmers, dates as they are written here, the day first; people by name and codes in words, in lists
 * and in documents (`shown/`).
 */
export const forStaff = <T extends CollectionConfig | GlobalConfig>(entity: T): T => ({
  ...entity,
  admin: { hideAPIURL: true, ...entity.admin },
  fields: entity.fields.map(dressed),
})

const DAY = 'dd/MM/yyyy'
const TIME = 'HH:mm'

/** What the search box of a list says it looks through, where that is a column nobody sees. */
const SEARCHED = { fr: 'mots du texte', en: 'words of the text' }

function dressed(field: Field): Field {
  if ('name' in field && field.name === 'searchKey') return { label: SEARCHED, ...field } as Field
  if (field.type === 'date') return withFormat(field)
  if (field.type === 'text' || field.type === 'number') return inWords(field) ? withWords(field) : field
  if (field.type === 'blocks') return { ...field, blocks: field.blocks.map(inside<Block>) }
  if (field.type === 'tabs') return { ...field, tabs: field.tabs.map(inside<Tab>) }
  if ('fields' in field) return inside(field)
  return field
}

const inside = <T extends { fields: Field[] }>(holder: T): T => ({
  ...holder,
  fields: holder.fields.map(dressed),
})

/** What a module chose for its own field stands. */
function withFormat(field: DateField): DateField {
  const chosen = field.admin?.date
  const hasTime = chosen?.pickerAppearance === 'dayAndTime'
  return {
    ...field,
    admin: {
      ...field.admin,
      date: { displayFormat: hasTime ? `${DAY} ${TIME}` : DAY, timeFormat: TIME, ...chosen } as typeof chosen,
    },
  }
}

/** An id, by the field's name, or what the field itself says (`ShownAs`). */
const inWords = ({ type, name, custom }: TextField | NumberField): boolean =>
  custom?.words !== undefined ||
  custom?.say !== undefined ||
  custom?.instant === true ||
  (type === 'text' && isReference(name))

const withWords = (field: TextField | NumberField): Field =>
  ({
    ...field,
    admin: {
      ...field.admin,
      components: {
        Cell: '/src/admin/shown/ShownCell#ShownCell',
        Field: '/src/admin/shown/ShownField#ShownField',
        ...field.admin?.components,
      },
    },
  }) as Field
