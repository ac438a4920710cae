import { ok, refuse } from '@/core/result'
import { type App, fact } from '@/hooks'
import { noSlot, slotClaim, slotOfClaim } from '../../domain/slots'
import { changeApplication } from '../changeApplication'
import type { ApplicationRow } from '../rows'
import { findSlot, holdersOf } from './rows'

/** The slot of this application was withdrawn: the interview is off, and the person picks again. True when it was. */
export async function leaveWithdrawnSlot(app: App, row: ApplicationRow): Promise<boolean> {
  const id = slotOfClaim(row.interviewSlot)
  if (!id) return false
  const slot = await findSlot(app, id)
  if (!slot || slot.state === 'open') return false
  await callOff(app, row.id, id)
  return true
}

/** After a slot was withdrawn, once or again: whoever had picked it is free of it. */
export async function afterWithdrawal(app: App, slot: string): Promise<void> {
  const holder = (await holdersOf(app, [slot])).get(slot)
  if (holder) await callOff(app, holder.id, slot)
}

/** An interview that has taken place keeps its moment; one that has a report, or another slot by now, too. */
async function callOff(app: App, application: string, slot: string): Promise<void> {
  await changeApplication(app, application, 'call-off-interview', async (row) => {
    const at = row.interviewAt
    if (row.interviewSlot !== slotClaim(slot) || !at) return refuse('application.changed')
    if (new Date(at) <= app.clock.now()) return refuse('application.changed')
    return ok({
      data: {
        interviewAt: null,
        interviewPlace: null,
        interviewMinutes: null,
        interviewSlot: noSlot(row.id),
        interviewSeq: (row.interviewSeq ?? 0) + 1,
      },
      facts: [
        fact(app, 'interview.cancelled', `${row.id}:${row.rev + 1}`, {
          application: row.id,
          at: new Date(at).toISOString(),
        }),
      ],
    })
  })
}
