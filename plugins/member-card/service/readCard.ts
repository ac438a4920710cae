import { readPeople } from '@/collections/members/service'
import type { CivilDate } from '@/core/dates'
import type { Lang } from '@/core/lang'
import { ok, type Result } from '@/core/result'
import type { App } from '@/hooks'
import { settingsOf } from '@/hooks'
import { cardToken } from './cardToken'

/** All that stands on a card, for the page and for the paper. */
export type Card = {
  association: string
  name: string
  headline: string
  /** Address of the portrait; null: initials. */
  portrait: string | null
  season: string
  seat: number
  seats: { seats: number; taken: number; held: number; mine: number }
  until: CivilDate | null
  valid: boolean
  /** Where its code leads. */
  href: string
}

export const VERIFY = '/carte'

/** A person's card of today. Refusals: `membership.none`, `service.absent`. */
export async function readCard(app: App, person: string, lang: Lang): Promise<Result<Card>> {
  const current = await app.call('membership.current', { person, seats: true })
  if (!current.ok) return current
  const { season, seat, seats = { seats: 0, taken: 0, held: 0 }, title, until, valid } = current.value
  const [people, token, { association }] = await Promise.all([
    readPeople(app, [person]),
    cardToken(app, { person, season }),
    settingsOf(app, 'member-card'),
  ])
  const shown = people.get(person)
  return ok({
    association,
    name: shown?.name ?? '',
    headline: shown?.headline ?? '',
    portrait: shown?.portrait ?? null,
    season: title[lang],
    seat,
    seats: { ...seats, mine: seat },
    until,
    valid,
    href: `${app.settings.publicUrl}${VERIFY}/${token}`,
  })
}
