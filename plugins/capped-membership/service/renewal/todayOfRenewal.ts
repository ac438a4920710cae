import type { RouteContext, TodayItem } from '@/hooks'
import { RENEWALS } from '../../contract'
import { renewalPhase } from '../../domain/renewal'
import { texts } from '../../i18n'
import { boardOf } from '../counterBoard'
import { MINE } from '../links'
import { todayOf } from '../readCounter'
import { many } from '../rows'
import type { RenewalRow } from './renewalRows'

/** On Aujourd'hui: the seat that waits for an answer, or for its fee. One query; seasons are kept in memory. */
export async function renewalToday({ app, who, lang }: RouteContext): Promise<TodayItem[]> {
  if (!who || (who.standing !== 'active' && who.standing !== 'grace')) return []
  const today = todayOf(app)
  const renewable = (await boardOf(app).seasons()).filter((season) =>
    ['kept', 'open'].includes(renewalPhase(season, today)),
  )
  if (renewable.length === 0) return []
  const rows = await many<RenewalRow>(
    app,
    RENEWALS,
    { and: [{ person: { equals: who.id } }, { state: { in: ['offered', 'wanted'] } }] },
    { limit: 5 },
  )
  const t = texts(lang).renewal.today
  return rows.flatMap((row) => {
    const season = renewable.find((s) => s.id === row.season)
    if (!season) return []
    const title = lang === 'en' ? season.titleEn : season.titleFr
    return row.state === 'wanted'
      ? [{ order: 15, sentence: t.pay(title), action: { label: t.payAct, href: '/ma-candidature' } }]
      : [{ order: 16, sentence: t.renew(title), action: { label: t.act, href: MINE } }]
  })
}
