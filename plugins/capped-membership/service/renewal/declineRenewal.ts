import { readContacts } from '@/collections/members/service'
import { newId } from '@/core/ids'
import { ok, type Result, refuse } from '@/core/result'
import { searchKey, sortKey } from '@/core/text'
import { type App, decide, fact, insertDeciding } from '@/hooks'
import { RENEWALS } from '../../contract'
import { renewalKey } from '../../domain/keys'
import { giveBack } from './keepSeats'
import { answerRound, findRenewal, type RenewalRow } from './renewalRows'
import { entitled } from './renewMembership'

/**
 * A member does not renew: the row decides, the seat kept for them goes to others, no reminder comes. They may change
 * their mind while there are seats. Declining again changes nothing.
 * Refusals: as `renewMembership`, and `renewal.under-way` once the renewal is asked for.
 */
export async function declineRenewal(
  app: App,
  ask: { person: string; season: string },
): Promise<Result<{ already: boolean }>> {
  for (;;) {
    const may = await entitled(app, ask)
    if (!may.ok) return may
    const seen = await findRenewal(app, ask.person, ask.season)
    if (seen?.state === 'wanted' || seen?.state === 'renewed') return refuse('renewal.under-way')
    const already = seen?.state === 'declined'
    if (!already && !(await decideDeclined(app, ask, seen))) continue
    // Again by the listener, should we be cut here.
    await giveBack(app, ask.person, ask.season)
    return ok({ already })
  }
}

async function decideDeclined(
  app: App,
  { person, season }: { person: string; season: string },
  seen: RenewalRow | null,
): Promise<boolean> {
  const askedAt = app.clock.now().toISOString()
  const declined = (renewal: string, rev: number) =>
    fact(app, 'renewal.declined', `${renewalKey(person, season)}:${rev}`, { renewal, person, season })
  if (seen)
    return decide(app, RENEWALS, seen, { state: 'declined', askedAt, by: person, round: answerRound(seen) }, [
      declined(seen.id, seen.rev + 1),
    ])
  const id = newId()
  const name = (await readContacts(app, [person])).get(person)?.name ?? ''
  const answer = { state: 'declined', askedAt, by: person, round: 1 }
  const row = { id, key: renewalKey(person, season), person, name, season, ...answer }
  const keys = { searchKey: searchKey(name), sortKey: sortKey(name) }
  return (await insertDeciding(app, RENEWALS, { ...row, ...keys }, [declined(id, 1)])) !== null
}
