import type { Lang } from '@/core/lang'
import type { App } from '@/hooks'
import { seasonText, typeset } from '@/ui'
import type { PublicCounter, Said } from '../../contract'
import { texts } from '../../i18n'
import type { SeasonCounter } from '../../service/readCounter'
import { counterSentence } from '../SeasonCounter'

/** The counter as other sites are told it: figures, and the sentences that say them. */
export function publicCounter(app: App, read: SeasonCounter | null): PublicCounter {
  const words = { fr: saidIn('fr', read), en: saidIn('en', read) }
  const href = `${app.settings.publicUrl}/adhesion`
  if (!read)
    return {
      season: null,
      cap: 0,
      taken: 0,
      held: 0,
      free: 0,
      state: 'none',
      opensOn: null,
      closesOn: null,
      updatedAt: null,
      href,
      ...words,
    }
  const { season, counter } = read
  return { ...counter, opensOn: season.opensOn, closesOn: season.closesOn ?? null, href, ...words }
}

function saidIn(lang: Lang, read: SeasonCounter | null): Said {
  const t = texts(lang).counter
  const set = (text: string) => typeset(text, lang)
  if (!read) return { title: t.name, text: set(t.none), detail: '', act: t.act }
  const { season, counter } = read
  return {
    title: set(lang === 'en' ? season.titleEn : season.titleFr),
    text: set(counterSentence(read, lang)),
    detail: set(seasonText({ seats: counter.cap, taken: counter.taken, held: counter.held }, lang)),
    act: t.act,
  }
}
