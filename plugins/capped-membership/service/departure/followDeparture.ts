import { queueMail } from '@/collections/mail/service/queueMail'
import { LEAVING } from '@/collections/members/domain/judge'
import { changeStanding, readContacts } from '@/collections/members/service'
import { formatCents } from '@/core/money'
import { ok } from '@/core/result'
import { type App, compareAndSet, decide, fact } from '@/hooks'
import { DEPARTURES, MEMBERSHIPS } from '../../contract'
import { occupantKey } from '../../domain/keys'
import { changeApplication } from '../changeApplication'
import { emptySeat } from '../freeSeat'
import { findMembershipById, findSeason, findSeatOf } from '../rows'
import { refundByCard } from './refundByCard'
import { type DepartureRow, findDeparture } from './rows'

/**
 * What follows from a departure, in order: the access is cut (standing, sign-ins, roles), the membership ends (its row
 * carries `membership.ended`), its seat is freed, the file is closed, a card payment is given back, the mail says so, the
 * row is marked as settled. Each step may be repeated, so that a crash anywhere is finished by running it again; nobody
 * applies again before the last one, so that a late repetition finds nothing of a later membership.
 */
export async function followDeparture(app: App, id: string): Promise<void> {
  const row = await findDeparture(app, id)
  if (!row || row.settled === 1) return
  await cutAccess(app, row)
  await endMembership(app, row)
  // Again: the welcome of a membership confirmed a moment ago may have opened it in between (afterConfirmation.ts).
  await cutAccess(app, row)
  await freeItsSeat(app, row)
  if (row.application)
    await changeApplication(app, row.application, 'leave', async () => ok({ data: {}, facts: [] }))
  const money = row.money === 'by-card' ? await refundByCard(app, row) : row.money
  await tell(app, row, money)
  await compareAndSet(app, DEPARTURES, { id: { equals: id } }, { settled: 1 })
  await app.touch('season')
}

async function cutAccess(app: App, { person, askedBy }: DepartureRow): Promise<void> {
  const done = await changeStanding(app, {
    person,
    to: 'left',
    // A membership confirmed a moment ago may not have made its person "accepted" yet.
    from: [...LEAVING, 'applicant'],
    reason: 'membership.departure',
    actor: askedBy,
  })
  if (done.ok) return
  if (done.reason === 'busy') throw new Error('the standing is changed by others again and again')
  app.log.warn({ person, reason: done.reason, ...done.detail }, 'departed, but the standing does not say so')
}

async function endMembership(app: App, row: DepartureRow): Promise<void> {
  for (;;) {
    const membership = await findMembershipById(app, row.membership)
    if (membership?.state !== 'confirmed') return
    const { id, person, season, seat, since } = membership
    const change = { state: 'ended' as const, endedAt: row.askedAt, endReason: row.reasonCode }
    const told = { membership: id, person, season, seat, since, why: 'departure' as const }
    if (await decide(app, MEMBERSHIPS, membership, change, [fact(app, 'membership.ended', id, told)])) return
  }
}

async function freeItsSeat(app: App, { season, person, seat: number }: DepartureRow): Promise<void> {
  for (;;) {
    const seat = await findSeatOf(app, occupantKey(season, person))
    if (seat?.state !== 'confirmed' || seat.number !== number) return
    if (await emptySeat(app, seat, 'departure')) return
  }
}

/** One mail: that it is done, how much comes back and by which way. */
async function tell(app: App, row: DepartureRow, money: DepartureRow['money']): Promise<void> {
  const [contacts, season] = await Promise.all([readContacts(app, [row.person]), findSeason(app, row.season)])
  const contact = contacts.get(row.person)
  if (!contact) return
  const { lang } = contact
  // As much as is due by now: some may have gone back by card.
  const { cents } = (await findDeparture(app, row.id)) ?? row
  await queueMail(app, {
    key: `membership.departure:${row.id}`,
    to: contact.email,
    person: row.person,
    lang,
    template: 'membership.departure',
    data: {
      name: contact.name,
      season: season ? (lang === 'en' ? season.titleEn : season.titleFr) : '',
      amount: formatCents(cents, lang, { short: true }),
      money,
      url: `${app.settings.publicUrl}/adhesion`,
    },
  })
}
