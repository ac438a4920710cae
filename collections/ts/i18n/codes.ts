import type { Rule } from '@/core/access'
import type { Bilingual, Lang } from '@/core/lang'
import { type App, appOf } from '@/hooks'
import type { Kind } from '../domain/row'

/**
 * What a code of movements is called, and where to read more about one: the path before its reference, for whom it
 * concerns, and for `staff`.
 */
export type CodeName = { label: Bilingual; path?: string; staff?: Rule }

declare module '@/hooks' {
  interface Filters {
    /** Each module names the codes it moves TS under. */
    'ts.codes': { value: Readonly<Record<string, CodeName>>; context: null }
  }
}

const OWN: Readonly<Record<string, CodeName>> = {
  joining: { label: { fr: 'Adhésion', en: 'Joining' } },
  correction: { label: { fr: 'Correction', en: 'Correction' } },
}

export const readCodes = async (app: App): Promise<Readonly<Record<string, CodeName>>> => {
  const named = await app.filter('ts.codes', OWN, null)
  return named.ok ? named.value : OWN
}

/** The same as staff reads them in the admin, where there is but the running program to ask. */
export const codeLabels = async (): Promise<Readonly<Record<string, Bilingual>>> =>
  Object.fromEntries(Object.entries(await readCodes(appOf())).map(([code, { label }]) => [code, label]))

/** The kinds of entries, as staff reads them. */
export const kindNames: Readonly<Record<Kind, Bilingual>> = {
  open: { fr: 'ouverture', en: 'opening' },
  transfer: { fr: 'mouvement', en: 'transfer' },
  hold: { fr: 'réserve', en: 'hold' },
  post: { fr: 'réserve versée', en: 'hold paid' },
  void: { fr: 'réserve rendue', en: 'hold given back' },
  limit: { fr: 'limites', en: 'limits' },
  close: { fr: 'fermeture', en: 'closing' },
  refused: { fr: 'refus', en: 'refusal' },
}

/** The name of a code; an unknown one is shown as it stands. */
export const codeName = (
  codes: Readonly<Record<string, CodeName>>,
  code: string | null,
  lang: Lang,
): string => (code === null ? '' : (codes[code]?.label[lang] ?? code))
