import type { CollectionConfig } from 'payload'
import { allow, closed } from '@/collections/members/access'
import { staffFor } from '@/core/access'
import type { Bilingual } from '@/core/lang'

export const both = (fr: string, en: string): Bilingual => ({ fr, en })

export const paymentsGroup = both('Paiements', 'Payments')

export const options = <V extends string>(
  texts: Readonly<Record<V, Bilingual>>,
): { value: V; label: { fr: string; en: string } }[] =>
  (Object.keys(texts) as V[]).map((value) => ({ value, label: { ...texts[value] } }))

export const dayAndTime = {
  date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMM yyyy HH:mm' },
} as const

/** Evidence: those who handle payments read it, only services write it. */
export const evidence: Pick<CollectionConfig, 'access' | 'disableDuplicate' | 'lockDocuments'> = {
  access: { read: allow(staffFor('payments')), create: closed, update: closed, delete: closed },
  disableDuplicate: true,
  lockDocuments: false,
}
