import { civilDate } from '@/core/dates'
import type { Lang } from '@/core/lang'
import type { App } from '@/hooks'
import { exportTexts } from '../../i18n/exports'
import { allSeasons } from '../rows'

/** What every export needs to write its rows in the language of who asks. */
export async function exportWords(app: App, lang: Lang) {
  const seasons = new Map((await allSeasons(app)).map((s) => [s.id, lang === 'en' ? s.titleEn : s.titleFr]))
  const zone = app.settings.timeZone
  return {
    t: exportTexts(lang),
    lang,
    season: (id: string) => seasons.get(id) ?? id,
    /** An instant as its civil day, `YYYY-MM-DD`: sorts as text and is a date for any spreadsheet. */
    day: (at: string | null | undefined) => (at ? civilDate(new Date(at), zone) : ''),
  }
}

/** The word for a code, or the code itself: a value of another version must not stop an export. */
export const wordOf = (words: Readonly<Record<string, unknown>>, code: string | null | undefined): string => {
  const said = code ? words[code] : ''
  return typeof said === 'string' ? said : (code ?? '')
}
