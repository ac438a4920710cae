import { beforeAll, expect, it } from 'vitest'
import { DAY, MINUTE } from '@/core/clock'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { bootApp } from '@/tests/support/app'
import { PAYMENTS } from '../contract'
import { settlePayments } from '../service/reconcile'
import { findFee } from '../service/rows'
import { accepted, at, openSeason, pay } from './support'

let app: App
beforeAll(async () => {
  app = (await bootApp()).app
})

const receiptOf = (payment: string) =>
  app.payload.db.findOne<{ id: string; cents: number; method: string }>({
    collection: 'receipts',
    where: { payment: { equals: payment } },
  })
const mailOf = (receipt: string) =>
  app.payload.db.count({ collection: 'mails', where: { key: { equals: `receipt:${receipt}` } } })

it('money by hand has its receipt, once, and a mail', async () => {
  await openSeason(app, 2)
  const { id } = await accepted(app)
  const { payment } = unwrap(await pay(app, id))
  await drain(app)
  await settlePayments(at(app, Date.now() + 2 * MINUTE))
  await drain(app)
  const receipt = await receiptOf(payment)
  expect(receipt).toMatchObject({ cents: 500, method: 'cash' })
  expect((await mailOf(String(receipt?.id))).totalDocs).toBe(1)
  expect((await findFee(app, id))?.announced).toBe(1)
})

it('money recorded before there were receipts has one too, and nobody is written to', async () => {
  await openSeason(app, 2)
  const { id } = await accepted(app)
  const { payment } = unwrap(await pay(app, id))
  // As the migration leaves what was there: nobody was told, and it is long ago.
  await app.payload.db.updateOne({
    collection: PAYMENTS,
    where: { id: { equals: payment } },
    data: {
      announced: 0,
      facts: null,
      factsPending: 0,
      recordedAt: new Date(Date.now() - 30 * DAY).toISOString(),
    },
    options: { atomic: true },
  } as Parameters<typeof app.payload.db.updateOne>[0])
  // A hundred at a time, the oldest first: other tests leave some of theirs.
  for (let turn = 0; turn < 20 && !(await receiptOf(payment)); turn++) {
    await settlePayments(app)
    await drain(app)
  }
  const receipt = await receiptOf(payment)
  expect(receipt).toMatchObject({ cents: 500 })
  expect((await mailOf(String(receipt?.id))).totalDocs).toBe(0)
})
