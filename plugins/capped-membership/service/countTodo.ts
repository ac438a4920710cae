import type { CollectionSlug, Where } from 'payload'
import { MINUTE } from '@/core/clock'
import type { App } from '@/hooks'
import { APPLICATIONS, PAYMENTS } from '../contract'
import { many, type PaymentRow } from './rows'

const count = async (app: App, collection: CollectionSlug, where: Where): Promise<number> =>
  (await app.payload.db.count({ collection, where })).totalDocs

const inState = (app: App, state: string, more: Where[] = []) =>
  count(app, APPLICATIONS, { and: [{ state: { equals: state } }, ...more] })

/** What awaits those who handle applications. */
export async function countApplicationTodo(
  app: App,
): Promise<{ study: number; interviews: number; decide: number }> {
  const held = { interviewAt: { less_than: app.clock.now().toISOString() } }
  const [study, interviews, decide] = await Promise.all([
    inState(app, 'received'),
    inState(app, 'interview-planned', [held]),
    inState(app, 'interviewed'),
  ])
  return { study, interviews, decide }
}

/** What awaits those who handle payments: fees to come, of newcomers and of renewals, and fees that found no seat. */
export async function countPaymentTodo(app: App): Promise<{ payments: number; unseated: number }> {
  const [payments, without] = await Promise.all([
    inState(app, 'accepted'),
    count(app, PAYMENTS, unseated(app)),
  ])
  return { payments, unseated: without }
}

/** Recorded, and not settled after a while: no seat was found. */
function unseated(app: App): Where {
  const aWhileAgo = new Date(app.clock.now().getTime() - MINUTE).toISOString()
  return { and: [{ settled: { equals: 0 } }, { recordedAt: { less_than: aWhileAgo } }] }
}

/** Far more than there are on the worst of days. */
const MOST = 500

/** The files whose fee has come and found no seat: accepted, or withdrawn at that moment. */
export const filesUnseated = async (app: App): Promise<string[]> =>
  (await many<PaymentRow>(app, PAYMENTS, unseated(app), { sort: 'id', limit: MOST })).map(
    (payment) => payment.application,
  )
