import { changeStanding, findStanding } from '@/collections/members/service'
import type { App } from '@/hooks'
import { GONE } from './renewal/keepSeats'
import type { ApplicationRow } from './rows'

/**
 * The standing of somebody whose fee is awaited. False where it is not any more: who has left comes back by applying
 * again, never by a renewal that was under way.
 */
export async function becomeAccepted(app: App, file: ApplicationRow & { person: string }): Promise<boolean> {
  const { person, kind, decidedBy } = file
  const renewal = kind === 'renewal'
  await changeStanding(app, {
    person,
    to: 'accepted',
    from: renewal ? ['applicant', 'lapsed'] : ['applicant', 'lapsed', 'left'],
    reason: 'application.accepted',
    actor: decidedBy ?? 'system',
  })
  const now = renewal ? (await findStanding(app, person))?.standing : undefined
  return now === undefined || !GONE.includes(now)
}
