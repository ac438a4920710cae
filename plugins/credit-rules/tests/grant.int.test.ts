import { beforeAll, describe, expect, it } from 'vitest'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { memberAccount } from '@/collections/ts/service/openMemberAccount'
import { newId } from '@/core/ids'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { bootApp } from '@/tests/support/app'
import { CREDIT_RULES } from '../contract'
import { grantFor } from '../service/grantFor'
import { seedRules } from '../service/seedRules'

let app: App
beforeAll(async () => {
  ;({ app } = await bootApp())
  await seedRules(app)
})

const balanceOf = async (person: string) => {
  const read = await ledgerOf(app).readAccount(memberAccount(person))
  return read.ok ? read.value.balance : null
}
const joins = (person: string, season = newId()) =>
  app.emit('membership.confirmed', `${person}:${season}`, { person, season, seat: 1 })

describe('the joining grant', () => {
  it('gives 5 TS, once, however often it is delivered', async () => {
    const person = newId()
    await joins(person)
    await drain(app)
    expect(await balanceOf(person)).toBe(5)
    const now = new Date().toISOString()
    await Promise.all(Array.from({ length: 5 }, () => grantFor(app, 'membership.confirmed', person, now)))
    expect(await balanceOf(person)).toBe(5)
  })

  it('is not given again for another season', async () => {
    const person = newId()
    await joins(person)
    await joins(person)
    await drain(app)
    expect(await balanceOf(person)).toBe(5)
  })

  it('opens the account even before the rule is in force, and gives nothing then', async () => {
    const person = newId()
    const rule = await app.payload.db.findOne<{ id: string }>({
      collection: CREDIT_RULES,
      where: { key: { equals: 'joining' } },
    })
    const set = (active: boolean) =>
      app.payload.update({ collection: CREDIT_RULES, id: rule?.id ?? '', data: { active } })
    await set(false)
    await grantFor(app, 'membership.confirmed', person, new Date().toISOString())
    expect(await balanceOf(person)).toBe(0)
    await set(true)
  })

  it('is made once, and a change of its amount leaves what was given', async () => {
    const person = newId()
    await Promise.all([seedRules(app), seedRules(app)])
    const { docs } = await app.payload.find({
      collection: CREDIT_RULES,
      where: { key: { equals: 'joining' } },
    })
    expect(docs).toHaveLength(1)
    const now = new Date().toISOString()
    await grantFor(app, 'membership.confirmed', person, now)
    const id = String(docs[0]?.id)
    await app.payload.update({ collection: CREDIT_RULES, id, data: { amount: 7 } })
    await grantFor(app, 'membership.confirmed', person, now)
    expect(await balanceOf(person)).toBe(5)
    await app.payload.update({ collection: CREDIT_RULES, id, data: { amount: 5 } })
  })
})
