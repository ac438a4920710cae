import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, fact, isDuplicate } from '@/hooks'
import { checkMove, checkPick, slotClaim } from '../../domain/slots'
import { readApplicationSettings } from '../applicationSettings'
import { changeApplication } from '../changeApplication'
import { type ApplicationRow, applicationsOf } from '../rows'
import { leaveWithdrawnSlot } from './leaveSlot'
import { findSlot } from './rows'

/**
 * The applicant picks a slot, or moves to another. One write decides: the application bears the slot, the column is
 * unique, so a slot is one person's, nobody has two, and moving never leaves anybody without. Picking what one has is
 * harmless.
 * Refusals: `application.*`, `slot.unknown`, `slot.taken`, `slot.too-soon`, `slot.move-too-late`.
 */
export async function takeSlot(
  app: App,
  ask: { slot: string; who: Person },
): Promise<Result<ApplicationRow>> {
  const [latest] = await applicationsOf(app, ask.who.id)
  if (!latest) return refuse('application.unknown')
  const slot = await findSlot(app, ask.slot)
  if (!slot) return refuse('slot.unknown')
  const claim = slotClaim(slot.id)
  if (latest.interviewSlot === claim && latest.state === 'interview-planned') return ok(latest)
  if (slot.state !== 'open') return refuse('slot.taken')
  const now = app.clock.now()
  const { slotLeadHours, slotMoveHours } = await readApplicationSettings(app)
  const near = checkPick(new Date(slot.startsAt), now, slotLeadHours)
  if (!near.ok) return near
  const interviewAt = new Date(slot.startsAt).toISOString()
  let taken: Result<ApplicationRow>
  try {
    taken = await changeApplication(app, latest.id, 'plan-interview', async (row) => {
      if (row.person !== ask.who.id) return refuse('application.unknown')
      if (row.state === 'interview-planned' && row.interviewAt) {
        const far = checkMove(new Date(row.interviewAt), now, slotMoveHours)
        if (!far.ok) return far
      }
      return ok({
        data: {
          interviewAt,
          interviewPlace: slot.place,
          interviewMinutes: slot.minutes,
          interviewSlot: claim,
          interviewSeq: (row.interviewSeq ?? 0) + 1,
        },
        facts: [
          fact(app, 'interview.planned', `${row.id}:${row.rev + 1}`, {
            application: row.id,
            at: interviewAt,
          }),
        ],
      })
    })
  } catch (error) {
    if (isDuplicate(error)) return refuse('slot.taken')
    throw error
  }
  if (!taken.ok) return taken
  // Staff withdrew it at this very moment: whoever looks second sees the other's write, and undoes it.
  const left = await leaveWithdrawnSlot(app, taken.value)
  return left ? refuse('slot.taken') : taken
}
