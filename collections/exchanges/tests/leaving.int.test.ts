import { beforeAll, describe, expect, it } from 'vitest'
import { letGo } from '@/collections/members/service'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { bootApp } from '@/tests/support/app'
import { acceptHelp, deliverHelp } from '../service'
import { endExchangesOf } from '../service/endExchangesOf'
import { as, asked, funds, member, read } from './support'

let app: App
beforeAll(async () => {
  ;({ app } = await bootApp())
})

describe('somebody who leaves', () => {
  it('has what was under way ended, both ways, and the TS of others freed; help given is still to be judged', async () => {
    const [gone, other] = [await member(app, 20), await member(app, 20)]
    const [askedOf, askedBy] = [await asked(app, other, gone), await asked(app, gone, other)]
    const [helps, helped, given] = [
      await asked(app, other, gone),
      await asked(app, gone, other),
      await asked(app, gone, other),
    ]
    unwrap(await acceptHelp(app, { id: helps, who: as(gone) }))
    for (const id of [helped, given]) unwrap(await acceptHelp(app, { id, who: as(other) }))
    unwrap(await deliverHelp(app, { id: given, who: as(other) }))
    unwrap(await letGo(app, { person: gone.id, reason: 'Son souhait.', by: 'system' }))
    await drain(app)
    const states = await Promise.all([askedOf, askedBy, helps, helped, given].map((id) => read(app, id)))
    expect(states.map((row) => row.state)).toEqual([
      'declined',
      'cancelled',
      'cancelled',
      'cancelled',
      'delivered',
    ])
    expect(await funds(app, other)).toEqual([20, 0])
    expect(await funds(app, gone)).toEqual([20, 5])
  })

  it('and is back: what is told late ends nothing', async () => {
    const [back, other] = [await member(app, 0), await member(app, 10)]
    const id = await asked(app, other, back)
    await endExchangesOf(app, back.id)
    expect((await read(app, id)).state).toBe('asked')
  })
})
