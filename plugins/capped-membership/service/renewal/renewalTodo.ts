import type { Lang } from '@/core/lang'
import type { Visitor } from '@/core/person'
import type { App, TodoItem } from '@/hooks'
import { renewalPhase } from '../../domain/renewal'
import { renewalActTexts } from '../../i18n/renewal/acts'
import { handlesFiles, handlesPayments } from '../actor'
import { todayOf } from '../readCounter'
import { allSeasons } from '../rows'
import { groupRenewals } from './listRenewals'

/** The office's list; its routes are in web/. */
const LIST = '/bureau/renouvellements'

/**
 * Renewals that await staff, season by season: fees to come, and members who have not answered while they can. Whoever
 * handles payments finds these fees among all that are awaited (`countPaymentTodo`), and is not told twice.
 */
export async function renewalTodo(app: App, who: Visitor, lang: Lang): Promise<TodoItem[]> {
  if (!handlesFiles(who)) return []
  const [seasons, counts] = await Promise.all([allSeasons(app), groupRenewals(app)])
  const today = todayOf(app)
  const t = renewalActTexts(lang).todo
  return seasons.flatMap((season) => {
    const item = (state: 'wanted' | 'offered', label: (n: number) => string): TodoItem[] => {
      const count = counts(season.id)[state]
      const href = `${LIST}?saison=${encodeURIComponent(season.id)}&reponse=${state}`
      return count > 0 ? [{ label: label(count), count, href }] : []
    }
    const asks = ['kept', 'open'].includes(renewalPhase(season, today))
    return [
      ...(handlesPayments(who) ? [] : item('wanted', t.wanted)),
      ...(asks ? item('offered', t.silent) : []),
    ]
  })
}
