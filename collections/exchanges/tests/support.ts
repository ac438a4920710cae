import { POOL } from '@/collections/ts/contract'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { memberAccount, openMemberAccount } from '@/collections/ts/service/openMemberAccount'
import { openPool } from '@/collections/ts/service/openPool'
import type { Clock } from '@/core/clock'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { unwrap } from '@/core/result'
import { type App, insertOnce } from '@/hooks'
import { askHelp } from '../service'
import { type ExchangeRow, readExchange } from '../store/exchanges'

/** The same program at another time: it shares the database, but has a ledger and a clock of its own. */
export const at = (app: App, clock: Clock): App => Object.assign(Object.create(app) as App, { clock })

export const later = (app: App, ms: number): App =>
  at(app, { now: () => new Date(app.clock.now().getTime() + ms) })

/** The same program with a ledger whose connection breaks at a verb: a crash at that point. */
export function crashingAt(app: App, verb: 'hold' | 'post' | 'void', when: 'before' | 'after'): App {
  const broken = Object.create(app) as App
  const ledger = ledgerOf(broken)
  const real = ledger[verb] as (ask: never) => Promise<unknown>
  Object.assign(ledger, {
    [verb]: async (ask: never) => {
      if (when === 'after') await real(ask)
      throw new Error('the process died here')
    },
  })
  return broken
}

/** An active member's rows, without the quarter of a second that a password costs: nobody signs in here. */
async function memberRows(app: App): Promise<{ id: string; email: string }> {
  const id = newId()
  const email = `p-${id}@test.example`
  const since = app.clock.now().toISOString()
  await insertOnce(app, 'standings', { person: id, standing: 'active', since, rev: 1 })
  await insertOnce(app, 'profiles', { person: id, name: 'Camille Essai', slug: id, listed: true })
  await insertOnce(app, 'members', { id, email, lang: 'fr' })
  return { id, email }
}

/** A member with an account and some TS of the association's. */
export async function member(app: App, ts: number): Promise<Person> {
  const person = await memberRows(app)
  await openPool(app)
  await openMemberAccount(app, person.id)
  if (ts > 0)
    unwrap(
      await ledgerOf(app).transfer({
        actor: 'system',
        key: `gift:${newId()}`,
        debit: POOL,
        credit: memberAccount(person.id),
        amount: ts,
        code: 'joining',
      }),
    )
  return {
    id: person.id,
    email: person.email,
    name: 'Test',
    lang: 'fr',
    standing: 'active',
    grants: [],
  }
}

export const as = (person: Person, judge = false) => ({ id: person.id, judge })

/** A request for 5 TS, sent. */
export async function asked(app: App, requester: Person, helper: Person, amount = 5): Promise<string> {
  const { id } = unwrap(
    await askHelp(app, {
      who: requester,
      helper: helper.id,
      title: 'Relire un devis',
      need: 'Deux pages à relire avant lundi.',
      hours: 3,
      amount,
      formKey: newId(),
    }),
  )
  return id
}

export async function read(app: App, id: string): Promise<ExchangeRow> {
  const row = await readExchange(app, id)
  if (!row) throw new Error('no such exchange')
  return row
}

/** Balance and what is held of it, exact. */
export async function funds(app: App, person: Person): Promise<[balance: number, held: number]> {
  const { balance, heldOut } = unwrap(await ledgerOf(app).readAccount(memberAccount(person.id)))
  return [balance, heldOut]
}
