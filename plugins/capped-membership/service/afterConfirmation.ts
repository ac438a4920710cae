import { queueMail } from '@/collections/mail/service/queueMail'
import { changeStanding, readContacts } from '@/collections/members/service'
import type { App } from '@/hooks'
import { findRenewal } from './renewal/renewalRows'
import { findMembership, findSeason } from './rows'

/** Standings on the way to being a member: who is found in one of them here was turned back at this very moment. */
const ON_THE_WAY: readonly unknown[] = ['prospect', 'applicant', 'accepted']

/**
 * A new member: the standing opens the extranet, the mail says welcome. Throws, to be told again, where what followed from
 * their giving up at this moment undid a step of it.
 */
export async function welcome(
  app: App,
  { person, season: id, seat }: { person: string; season: string; seat: number },
  key: string,
): Promise<void> {
  // Told late, of somebody who has left since.
  if (await hasEnded(app, person, id)) return
  const change = { person, reason: 'membership.confirmed', actor: 'system' } as const
  // Paid at the moment they gave up: from a prospect no step leads straight to "accepted".
  await changeStanding(app, { ...change, to: 'applicant', from: ['prospect'] })
  // The delivery that makes an applicant, or somebody who is back, "accepted" may come after this one.
  await changeStanding(app, { ...change, to: 'accepted', from: ['applicant', 'left'] })
  const active = await changeStanding(app, { ...change, to: 'active', from: ['accepted', 'grace', 'lapsed'] })
  // Left at this very moment: the departure looks at the standing once more after it has ended the membership.
  if (await hasEnded(app, person, id)) {
    await changeStanding(app, { ...change, to: 'left', from: ['accepted', 'active'] })
    return
  }
  if (!active.ok) {
    if (ON_THE_WAY.includes(active.detail?.from)) throw new Error(`still to be made a member: ${person}`)
    app.log.warn({ person, reason: active.reason, ...active.detail }, 'a member could not be made active')
  }
  const [season, contacts, renewal] = await Promise.all([
    findSeason(app, id),
    readContacts(app, [person]),
    findRenewal(app, person, id),
  ])
  const contact = contacts.get(person)
  if (!season || !contact) return
  await queueMail(app, {
    // A membership has one welcome; whoever comes back in the same season has another.
    key: `welcome:${key.replace('membership.confirmed:', '')}`,
    to: contact.email,
    person,
    lang: contact.lang,
    template: renewal ? 'membership.renewed' : 'membership.welcome',
    data: {
      name: contact.name,
      season: contact.lang === 'en' ? season.titleEn : season.titleFr,
      seat,
      url: `${app.settings.publicUrl}${renewal ? '/moi/adhesion' : '/connexion'}`,
    },
  })
}

const hasEnded = async (app: App, person: string, season: string): Promise<boolean> =>
  (await findMembership(app, person, season))?.state === 'ended'
