import { beforeAll, describe, expect, it } from 'vitest'
import { POOL } from '@/collections/ts/contract'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { memberAccount } from '@/collections/ts/service/openMemberAccount'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { bootApp } from '@/tests/support/app'
import { CREDIT_RETURNS } from '../contract'
import { returnGrants } from '../service/returnGrants'
import { seedRules } from '../service/seedRules'

let app: App
beforeAll(async () => {
  ;({ app } = await bootApp())
  await seedRules(app)
})

const balanceOf = async (person: string) =>
  unwrap(await ledgerOf(app).readAccount(memberAccount(person))).balance
const since = new Date().toISOString()
const ended = (person: string) => ({ membership: newId(), person, season: newId(), since })
const joins = async (person: string) => {
  await app.emit('membership.confirmed', newId(), { person, season: newId(), seat: 1 })
  await drain(app)
}
const rowOf = (membership: string) =>
  app.payload.db.findOne<{ id: string; returned: number; shortfall: number; done: number }>({
    collection: CREDIT_RETURNS,
    where: { membership: { equals: membership } },
  })
const spend = (person: string, amount: number) =>
  ledgerOf(app).transfer({
    actor: 'system',
    key: newId(),
    debit: memberAccount(person),
    credit: POOL,
    amount,
    code: 'award',
  })

describe('what is left of the grants', () => {
  it('goes back once, however often and by however many it is told', async () => {
    const person = newId()
    await joins(person)
    const membership = ended(person)
    await Promise.all(Array.from({ length: 8 }, () => returnGrants(app, membership, since)))
    await returnGrants(app, membership, since)
    expect(await balanceOf(person)).toBe(0)
    expect(await rowOf(membership.membership)).toMatchObject({ returned: 5, shortfall: 0, done: 1 })
  })

  it('is right where the end is told before the beginning: nothing is given for good', async () => {
    const person = newId()
    const membership = ended(person)
    await returnGrants(app, membership, since)
    await joins(person)
    expect(await balanceOf(person)).toBe(0)
    expect(await rowOf(membership.membership)).toMatchObject({ returned: 5, shortfall: 0 })
  })

  it('adds up while it is being spent: returned and short make what was granted, the account never below zero', async () => {
    for (let i = 0; i < 6; i++) {
      const person = newId()
      await joins(person)
      const membership = ended(person)
      await Promise.all([
        returnGrants(app, membership, since),
        spend(person, 2),
        returnGrants(app, membership, since),
        spend(person, 1),
      ])
      const row = await rowOf(membership.membership)
      expect(row?.done).toBe(1)
      expect((row?.returned ?? 0) + (row?.shortfall ?? 0)).toBe(5)
      expect(await balanceOf(person)).toBeGreaterThanOrEqual(0)
    }
  })

  it('is returned by the first departure only: nobody is granted again, nor asked again', async () => {
    const person = newId()
    await joins(person)
    unwrap(await spend(person, 4))
    await returnGrants(app, ended(person), since)
    await joins(person)
    const second = ended(person)
    await returnGrants(app, second, since)
    expect(await rowOf(second.membership)).toMatchObject({ returned: 0, shortfall: 0, done: 1 })
  })
})
