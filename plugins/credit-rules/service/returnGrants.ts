import { POOL } from '@/collections/ts/contract'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { memberAccount } from '@/collections/ts/service/openMemberAccount'
import { openPool } from '@/collections/ts/service/openPool'
import { newId } from '@/core/ids'
import { ok, type Result } from '@/core/result'
import { type App, decide, fact, insertDeciding } from '@/hooks'
import { CREDIT_RETURNS, CREDIT_RULES } from '../contract'
import { grantsToReturn, returnable } from '../domain/returns'
import { type CreditRule, grantKey, returnKey } from '../domain/rules'
import { grantFor } from './grantFor'

type Membership = { membership: string; person: string; season: string }
type Ended = Membership & { since?: string | undefined }
type ReturnRow = Membership & {
  id: string
  rev: number
  facts?: string | null
  factsPending?: number | null
  key: string
  rules: string
  due: number
  asked: number
  attempt: number
  done: number
  returned?: number | null
}

const ATTEMPTS = 20

/**
 * Returns what is left of a person's grants to the pool when a membership ended. One row a membership decides how much is
 * asked and under which key, so that two that run at once, or a repetition, move it once; TS spent between the look at the
 * account and the movement make the ledger refuse, and the row asks for what is left then. The fact rides in the write that
 * says it is done.
 */
export async function returnGrants(app: App, ended: Ended, at: string): Promise<void> {
  await openPool(app)
  // Deliveries have no order: what joining gave must stand before it is given back, or it would be given for good after.
  await grantFor(app, 'membership.confirmed', ended.person, ended.since ?? at)
  await planReturn(app, ended)
  for (let i = 0; i < ATTEMPTS; i++) {
    const row = await findReturn(app, ended.membership)
    if (!row || row.done === 1) return
    const moved = await move(app, row)
    if (moved.ok) await finish(app, row, moved.value)
    else await askAgain(app, row, moved.reason === 'not-enough')
  }
  throw new Error(`the TS of membership ${ended.membership} are contended; asked again later`)
}

const keyOf = (membership: string) => `membership:${membership}`

const findReturn = (app: App, membership: string): Promise<ReturnRow | null> =>
  app.payload.db.findOne<ReturnRow>({
    collection: CREDIT_RETURNS,
    where: { key: { equals: keyOf(membership) } },
  })

/** The row, with the grants it settles and what the account can give now. */
async function planReturn(app: App, { membership, person, season }: Ended): Promise<void> {
  if (await findReturn(app, membership)) return
  const [granted, before] = await Promise.all([grantsOf(app, person), returnsOf(app, person)])
  const settled = before.flatMap((row) => row.rules.split(' '))
  const { rules, due } = grantsToReturn(granted, settled)
  await insertDeciding(
    app,
    CREDIT_RETURNS,
    {
      id: newId(),
      key: keyOf(membership),
      membership,
      person,
      season,
      rules: rules.join(' ') || '-',
      due,
      asked: await available(app, person, due),
      attempt: 1,
      done: 0,
    },
    [],
  )
}

async function returnsOf(app: App, person: string): Promise<ReturnRow[]> {
  const { docs } = await app.payload.db.find<ReturnRow>({
    collection: CREDIT_RETURNS,
    where: { person: { equals: person } },
    pagination: false,
    limit: 100,
  })
  return docs
}

/** What each rule gave this person, as the ledger says; a handful of rules, ever. */
async function grantsOf(app: App, person: string): Promise<{ rule: string; amount: number }[]> {
  const { docs } = await app.payload.db.find<CreditRule & { id: string }>({
    collection: CREDIT_RULES,
    where: {},
    pagination: false,
    limit: 200,
  })
  const ledger = ledgerOf(app)
  const found = await Promise.all(
    docs.map(async ({ key }) => {
      const outcome = await ledger.readOutcome(`system:transfer:${grantKey(key, person)}`)
      return outcome?.ok ? [{ rule: key, amount: outcome.value.amount }] : []
    }),
  )
  return found.flat()
}

async function available(app: App, person: string, due: number): Promise<number> {
  const account = await ledgerOf(app).readAccount(memberAccount(person))
  return account.ok ? returnable(due, account.value) : 0
}

/** The movement, once under its key; how much stands moved (0: there was nothing to move). */
async function move(app: App, row: ReturnRow): Promise<Result<number>> {
  if (row.asked === 0) return ok(0)
  const done = await ledgerOf(app).transfer({
    actor: 'system',
    key: returnKey(row.membership, row.attempt),
    debit: memberAccount(row.person),
    credit: POOL,
    amount: row.asked,
    code: 'grant-return',
  })
  return done.ok ? ok(row.asked) : done
}

/**
 * Spent meanwhile: what is left now, under the next key; refused for another reason (an account that takes nothing): nothing
 * comes back. Lost to somebody faster: their row is read again.
 */
async function askAgain(app: App, row: ReturnRow, spent: boolean): Promise<void> {
  const asked = spent ? await available(app, row.person, row.due) : 0
  await decide(app, CREDIT_RETURNS, row, { asked, attempt: row.attempt + 1 }, [])
}

async function finish(app: App, row: ReturnRow, returned: number): Promise<void> {
  const { membership, person, season } = row
  const shortfall = row.due - returned
  await decide(app, CREDIT_RETURNS, row, { done: 1, returned, shortfall }, [
    fact(app, 'credit.returned', membership, { person, season, membership, returned, shortfall }),
  ])
}
