import type { Bilingual } from '@/core/lang'

/** The group of the admin menu in which these collections stand. */
export const membershipGroup: Bilingual = { fr: 'Adhésions', en: 'Membership' }

export const both = (fr: string, en: string): Bilingual => ({ fr, en })

/** The options of a select, from its values and a text for each. */
export const options = <V extends string>(
  texts: Readonly<Record<V, Bilingual>>,
): { value: V; label: { fr: string; en: string } }[] =>
  (Object.keys(texts) as V[]).map((value) => ({ value, label: { ...texts[value] } }))

export const dayAndTime = {
  date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMM yyyy HH:mm' },
} as const
