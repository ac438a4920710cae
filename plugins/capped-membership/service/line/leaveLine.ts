import { queueMail } from '@/collections/mail/service/queueMail'
import { changeStanding } from '@/collections/members/service'
import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, decide, fact, type NewFact } from '@/hooks'
import { WAITING } from '../../contract'
import { feeKey, occupantKey } from '../../domain/keys'
import { lineStep, PRIORITY } from '../../domain/line'
import { type Actor, actorId, handlesApplications, mayAct, notOwn } from '../actor'
import { keptFeeFor } from '../cardFeeRows'
import { changeApplication } from '../changeApplication'
import { followTakenBack } from '../renewal/followTakenBack'
import { settleTakenBack } from '../renewal/settleTakenBack'
import { type ApplicationRow, applicationsOf, findApplication, findFee, findSeatOf } from '../rows'
import { yieldSeat } from '../yieldSeat'
import { changeLine } from './changeLine'
import { findInLine, findLineOf } from './rows'
import { waitlisted } from './waitlisted'

type Left = Result<ApplicationRow>

/**
 * A person gives up: the place in line, or the seat kept for them while they have not paid. The file decides; the row, the
 * seat and the standing follow. Refusals: `application.unknown`, `application.wrong-state`, `application.changed`.
 */
export async function withdraw(
  app: App,
  { who, application }: { who: Person; application: string },
): Promise<Left> {
  const file = await findApplication(app, application)
  if (!file || file.person !== who.id) return refuse('application.unknown')
  const done = await closeFile(app, application, { by: who.id, reason: null })
  if (done.ok) await settleTakenBack(app, done.value)
  // Pressed twice: the wish is fulfilled.
  return !done.ok && (await findApplication(app, application))?.state === 'withdrawn' ? ok(file) : done
}

/**
 * Staff takes somebody off the list, with a reason the person will read.
 * Refusals: `staff.not-allowed`, `line.unknown`, `line.reason-missing`, `application.own`, `application.*`.
 */
export async function removeFromLine(
  app: App,
  ask: { waiting: string; reason: string; by: Actor },
): Promise<Left> {
  const allowed = mayAct(ask.by, handlesApplications)
  if (!allowed.ok) return allowed
  const row = await findInLine(app, ask.waiting)
  if (!row) return refuse('line.unknown')
  const foreign = notOwn(ask.by, row.person)
  if (!foreign.ok) return foreign
  const reason = ask.reason.trim()
  if (!reason) return refuse('line.reason-missing')
  return closeFile(app, row.application, { by: actorId(ask.by), reason })
}

/** Is the fee of a file recorded, or kept by card and about to be? */
export const hasFee = async (app: App, id: string): Promise<boolean> =>
  (await keptFeeFor(app, id)) !== null || (await findFee(app, id)) !== null

/** The one write; a fee that has come already is not thrown away. */
export const closeFile = (
  app: App,
  id: string,
  { by, reason }: { by: string; reason: string | null },
): Promise<Left> =>
  changeApplication(app, id, 'withdraw', async (row) => {
    const { person, season } = row
    if (!person || (await hasFee(app, id))) return refuse('application.wrong-state', { state: row.state })
    return ok({
      data: { decision: 'withdrawn', reason, decidedBy: by, decidedAt: app.clock.now().toISOString() },
      facts: [fact(app, 'application.withdrawn', id, { application: id, person, season })],
    })
  })

/**
 * What follows from a file withdrawn: out of the line first, then the seat, for whoever invites takes the seat before the
 * row and looks at the row again after it; the standing; the mail. Run again it does nothing new.
 */
export async function followWithdrawal(app: App, id: string): Promise<void> {
  const file = await findApplication(app, id)
  if (file?.state !== 'withdrawn' || !file.person) return
  const { person } = file
  const own = file.decidedBy === person
  await turnOut(app, file, own ? 'withdraw' : 'remove')
  if (file.kind === 'renewal') await followTakenBack(app, { ...file, person })
  else await followGivenUp(app, { ...file, person })
  // The page on which the fee may be paid is closed. Where Stripe does not answer, or cannot be asked just now, what is
  // still paid there is given back.
  await app.call('payments.withdraw', { ref: feeKey(id) })
}

async function followGivenUp(app: App, file: ApplicationRow & { person: string }): Promise<void> {
  const { id, person } = file
  await giveSeatBack(app, file)
  const reason = 'application.withdrawn'
  const actor = file.decidedBy ?? 'system'
  await changeStanding(app, { person, to: 'prospect', from: ['applicant', 'accepted'], reason, actor })
  await queueMail(app, {
    key: `membership.withdrawn:${id}`,
    to: file.email,
    person,
    lang: file.lang,
    template: 'membership.withdrawn',
    data: {
      name: file.name,
      own: file.decidedBy === person ? 1 : 0,
      reason: file.reason ?? '',
      url: `${app.settings.publicUrl}/adhesion`,
    },
  })
}

async function turnOut(app: App, file: ApplicationRow, act: 'withdraw' | 'remove'): Promise<void> {
  for (;;) {
    const row = await findLineOf(app, file.season, file.person ?? '')
    // Another file's place, if the person has applied again since.
    if (!row || row.application !== file.id) return
    const to = lineStep(row.state, act)
    if (!to.ok) return
    const change = { state: to.value, until: null, reason: file.reason ?? null, by: file.decidedBy ?? null }
    if (await decide(app, WAITING, row, change, [])) return
  }
}

/** The seat kept for a file that is closed; one kept for a later file of the same person is left alone. */
async function giveSeatBack(app: App, file: ApplicationRow): Promise<void> {
  const [latest] = await applicationsOf(app, file.person ?? '')
  if (latest && latest.id !== file.id && latest.season === file.season) return
  for (;;) {
    const seat = await findSeatOf(app, occupantKey(file.season, file.person ?? ''))
    if (seat?.state !== 'held') return
    if (await yieldSeat(app, seat, 'withdrawn')) return
  }
}

/**
 * Stands in line again, at the end: for an accepted person whose time to pay has passed.
 * Refusals: `application.unknown`, `application.wrong-state` (a seat is kept, or the fee is recorded),
 * `application.changed`.
 */
export async function standAgain(
  app: App,
  { who, application }: { who: Person; application: string },
): Promise<Left> {
  const file = await findApplication(app, application)
  if (!file || file.person !== who.id) return refuse('application.unknown')
  const done = await backInLine(app, application, async (row, person) =>
    waitlisted(app, row, person, 'again'),
  )
  return !done.ok && (await findApplication(app, application))?.state === 'waiting' ? ok(file) : done
}

/** A payment that found no seat was given back: its person goes first in line. Told twice it is once. */
export async function putFirst(app: App, { application }: { application: string }): Promise<void> {
  const done = await backInLine(app, application, async (row, person) =>
    waitlisted(app, row, person, 'unseated'),
  )
  if (done.ok) return
  // Back in line already, by their own wish: the place they have is the first.
  const file = await findApplication(app, application)
  const row =
    file?.state === 'waiting' && file.person ? await findLineOf(app, file.season, file.person) : null
  if (row && row.application === application)
    await changeLine(app, row.id, 'favour', async () =>
      ok({ data: { priority: PRIORITY.unseated, why: 'unseated' } }),
    )
}

function backInLine(
  app: App,
  id: string,
  change: (
    row: ApplicationRow,
    person: string,
  ) => Promise<{ data: Partial<ApplicationRow>; facts: NewFact[] }>,
): Promise<Left> {
  return changeApplication(app, id, 'wait', async (row) => {
    const { person } = row
    const over = row.state === 'accepted' && person
    if (!over || (await findSeatOf(app, occupantKey(row.season, person))))
      return refuse('application.wrong-state', { state: row.state })
    return ok(await change(row, person))
  })
}
