import type { Bilingual, Lang } from '@/core/lang'
import type { App } from '@/hooks'

/** What a code of movements is called, and where to read more about one: the path before its reference. */
export type CodeName = { label: Bilingual; path?: string }

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

/** The name of a code; an unknown one is shown as it stands. */
export const codeName = (
  codes: Readonly<Record<string, CodeName>>,
  code: string | null,
  lang: Lang,
): string => (code === null ? '' : (codes[code]?.label[lang] ?? code))
