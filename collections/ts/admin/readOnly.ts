import type { CollectionConfig, Field } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { staffFor } from '@/core/access'
import type { Bilingual } from '@/core/lang'

const group: Bilingual = { fr: 'Entraide et TS', en: 'Mutual help and TS' }

type Evidence = {
  slug: string
  labels: { singular: Bilingual; plural: Bilingual }
  description: Bilingual
  title: string
  columns: string[]
  search?: string[]
  sort: string
  fields: Field[]
  indexes?: CollectionConfig['indexes']
}

/**
 * A table of the ledger as Payload shows it: staff of the ledger reads it; nobody, not even an administrator,
 * writes it here. The ledger writes by its own store.
 */
export const evidence = (table: Evidence): CollectionConfig => ({
  slug: table.slug,
  labels: table.labels,
  lockDocuments: false,
  disableDuplicate: true,
  access: {
    read: allow(staffFor('ledger')),
    create: closed,
    update: closed,
    delete: closed,
    readVersions: closed,
  },
  admin: {
    group,
    description: table.description,
    useAsTitle: table.title,
    defaultColumns: table.columns,
    listSearchableFields: table.search ?? [table.title],
    hideAPIURL: true,
    pagination: { defaultLimit: 50 },
  },
  defaultSort: table.sort,
  indexes: table.indexes ?? [],
  fields: table.fields,
})

type More = {
  required?: boolean
  unique?: boolean
  index?: boolean
  help?: Bilingual
  hidden?: boolean
  /** How staff reads it (src/admin/shown): codes in words, an ISO text as a day and an hour. */
  custom?: { words: Words | (() => Promise<Words>) } | { instant: true }
}
type Words = Readonly<Record<string, Bilingual>>

const column =
  (type: 'text' | 'number' | 'checkbox' | 'textarea') =>
  (name: string, label: Bilingual, { help, hidden, ...more }: More = {}): Field =>
    ({
      name,
      type,
      label,
      ...more,
      admin: { readOnly: true, ...(help ? { description: help } : {}), ...(hidden ? { hidden } : {}) },
    }) as Field

export const text = column('text')
export const number = column('number')
export const flag = column('checkbox')
export const long = column('textarea')
