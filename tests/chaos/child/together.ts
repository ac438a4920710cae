import { signIn } from '@/collections/members/service'
import { POOL } from '@/collections/ts/contract'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { HOUR } from '@/core/clock'
import { type Result, unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { holdSeat } from '@/plugins/capped-membership/service'
import type { Verbs } from '../protocol'

/* Many acts begun at the same time, counted by how they ended. */

type Tally = Verbs['claim']['output']

export async function tally(all: Promise<Result<unknown>>[]): Promise<Tally> {
  const counted: Tally = { ok: 0, refused: {} }
  for (const result of await Promise.all(all)) {
    if (result.ok) counted.ok += 1
    else counted.refused[result.reason] = (counted.refused[result.reason] ?? 0) + 1
  }
  return counted
}

export function claim(app: App, { season, people }: Verbs['claim']['input']): Promise<Tally> {
  const until = new Date(app.clock.now().getTime() + HOUR)
  return tally(people.map((person) => holdSeat(app, { season, person, until })))
}

export const award = (app: App, { account, keys }: Verbs['award']['input']): Promise<Tally> =>
  tally(
    keys.map((key) =>
      ledgerOf(app).transfer({
        actor: 'system',
        key,
        debit: POOL,
        credit: account,
        amount: 1,
        code: 'award',
      }),
    ),
  )

export const spend = (app: App, { from, to, keys }: Verbs['spend']['input']): Promise<Tally> =>
  tally(keys.map((key) => ledgerOf(app).transfer({ actor: from, key, debit: from, credit: to, amount: 5 })))

export async function openSignIns(
  app: App,
  { email, password, times }: Verbs['signIn']['input'],
): Promise<string[]> {
  const once = () => signIn(app, { email, password, device: `process ${process.pid}` })
  return (await Promise.all(Array.from({ length: times }, once))).map((r) => unwrap(r).token)
}
