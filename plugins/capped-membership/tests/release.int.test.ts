import { beforeAll, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import { type App, compareAndSet, insertOnce } from '@/hooks'
import { bootApp } from '@/tests/support/app'
import { PAYMENTS, SEATS } from '../contract'
import { feeKey, occupantKey, seatKey } from '../domain/keys'
import { releaseExpiredHolds } from '../service'
import { findSeatOf, type SeasonRow } from '../service/rows'
import { openSeason } from './support'

let app: App
let season: SeasonRow
/** More than a page of those that cannot be settled, then one that can. */
const STUCK = 201
beforeAll(async () => {
  ;({ app } = await bootApp())
  season = await openSeason(app, STUCK + 1)
}, 120_000)

const hold = async (n: number, until: string): Promise<string> => {
  const person = newId()
  const occupant = occupantKey(season.id, person)
  const held = { state: 'held', person, occupant, heldUntil: until, takenAt: until }
  await compareAndSet(app, SEATS, { key: { equals: seatKey(season.id, n) } }, held)
  return person
}

it('goes on to the last hold that is over, however many before it cannot be settled', async () => {
  const long = '2020-01-01T00:00:00.000Z'
  for (let n = 1; n <= STUCK; n++) {
    const person = await hold(n, long)
    // Paid, and what follows from it cannot be done today.
    await insertOnce(app, PAYMENTS, {
      key: feeKey(newId()),
      application: newId(),
      person,
      season: season.id,
      cents: 500,
      method: 'cash',
      receivedOn: '2020-01-01',
      recordedBy: 'system',
      recordedAt: long,
      settled: 0,
      rev: 1,
      factsPending: 0,
    })
  }
  const last = await hold(STUCK + 1, '2020-01-02T00:00:00.000Z')
  expect(await findSeatOf(app, occupantKey(season.id, last))).not.toBeNull()
  // As if what follows from payments were out of order: their season cannot be read, or is not there.
  let asked = 0
  const broken: App = {
    ...app,
    payload: new Proxy(app.payload, {
      get: (target, name) =>
        name === 'db'
          ? new Proxy(target.db, {
              get: (db, verb) => {
                const value = Reflect.get(db, verb)
                if (verb !== 'findOne') return typeof value === 'function' ? value.bind(db) : value
                return (args: { collection: string }) => {
                  if (args.collection !== 'seasons') return (value as (a: unknown) => unknown).call(db, args)
                  if (asked++ % 3 === 0) throw new Error('out of order')
                  return null
                }
              },
            })
          : Reflect.get(target, name),
    }),
  }
  await releaseExpiredHolds(broken)
  expect(await findSeatOf(app, occupantKey(season.id, last))).toBeNull()
}, 120_000)
