import { changeStanding, createMember, grantRole } from '@/collections/members/service'
import { askEmailChange } from '@/collections/members/service/emailChange'
import { POOL } from '@/collections/ts/contract'
import { ledgerOf, projectorOf } from '@/collections/ts/service/ledgerOf'
import { writeNote } from '@/collections/ts/service/notes'
import { memberAccount, openMemberAccount } from '@/collections/ts/service/openMemberAccount'
import { openPool } from '@/collections/ts/service/openPool'
import { sealLedger } from '@/collections/ts/service/sealLedger'
import { HOUR } from '@/core/clock'
import type { Person, RoleGrant } from '@/core/person'
import { unwrap } from '@/core/result'
import { slugify } from '@/core/text'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime/index'
import { asVisitor } from '@/tests/factories/people'

/** Everybody has this one, made of their name: fixtures hold the password of nobody who lives. */
export const passwordOf = (name: string): string => `${name} a une longue phrase`

export type People = { ada: Person; bea: Person; staff: Person }

/** Two members, somebody of staff, one who is suspended; signed in, a change of address under way. */
export async function makePeople(app: App): Promise<People> {
  await openPool(app)
  const make = async (name: string, grants: RoleGrant[] = []) => {
    const email = `${slugify(name)}@example.org`
    const { id } = unwrap(
      await createMember(app, { email, name, password: passwordOf(name), standing: 'active' }),
    )
    for (const grant of grants) unwrap(await grantRole(app, { person: id, grant, actor: 'system' }))
    await openMemberAccount(app, id)
    return (await asVisitor(app, id)).person
  }
  const areas = ['applications', 'payments', 'content', 'moderation', 'loges', 'letters:write'] as const
  const [ada, bea, staff, dario] = await Promise.all([
    make('Ada'),
    make('Béa'),
    make('Régis', [{ role: 'administrator' }, ...areas.map((area) => ({ role: 'staff', area }) as const)]),
    make('Dario'),
  ])
  unwrap(
    await changeStanding(app, {
      person: dario.id,
      from: ['active'],
      to: 'suspended',
      reason: 'Trois messages publicitaires.',
      actor: staff.id,
    }),
  )
  unwrap(await askEmailChange(app, bea.id, 'bea.nouvelle@example.org'))
  const credit = memberAccount(ada.id)
  unwrap(await ledgerOf(app).transfer({ actor: 'test', key: 'grant', debit: POOL, credit, amount: 5 }))
  await drain(app)
  return { ada, bea, staff }
}

/** Transfers of each kind, refused ones too, sealed up to this moment. */
export async function makeLedger(app: App, people: People): Promise<void> {
  const [ada, bea] = [memberAccount(people.ada.id), memberAccount(people.bea.id)]
  const ledger = ledgerOf(app)
  const from = (debit: string, credit: string, amount: number, key: string) => ({
    actor: 'test',
    key,
    debit,
    credit,
    amount,
  })
  const hold = unwrap(
    await ledger.hold({ ...from(ada, bea, 2, 'help'), expiresAt: new Date(Date.now() + 1000 * HOUR) }),
  )
  unwrap(await ledger.post({ actor: 'test', key: 'evaluated', hold: hold.key }))
  await ledger.transfer(from(bea, ada, 1_000, 'too much'))
  await writeNote(app, { key: 'test:grant', text: 'Bienvenue.', by: people.staff.id, about: ada })
  await projectorOf(app).flush()
  // All of it, up to this moment.
  await sealLedger(app, { lag: -1_000, checkpointEvery: 1 })
}
