import { readPeople } from '@/collections/members/service'
import type { Lang } from '@/core/lang'
import type { App } from '@/hooks'
import { findCard } from './cardToken'

export type Checked = { name: string; season: string; valid: boolean }

/**
 * What whoever scans a card may know: the name, the season, whether it is valid at this instant. Null for a token that
 * is nobody's. While memberships cannot be asked for, no card is said to be valid.
 */
export async function checkCard(app: App, token: string, lang: Lang): Promise<Checked | null> {
  const card = await findCard(app, token)
  if (!card) return null
  const [people, membership] = await Promise.all([
    readPeople(app, [card.person]),
    app.call('membership.current', { person: card.person, season: card.season }),
  ])
  const name = people.get(card.person)?.name
  if (!membership.ok || !name) return null
  return { name, season: membership.value.title[lang], valid: membership.value.valid }
}
