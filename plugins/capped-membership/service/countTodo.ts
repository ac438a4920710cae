import type { CollectionSlug, Where } from 'payload'
import { MINUTE } from '@/core/clock'
import type { App } from '@/hooks'
import { APPLICATIONS, PAYMENTS } from '../contract'

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

/** What awaits those who handle payments: fees to come, and fees that found no seat. */
export async function countPaymentTodo(app: App): Promise<{ payments: number; unseated: number }> {
  const aWhileAgo = new Date(app.clock.now().getTime() - MINUTE).toISOString()
  const [payments, unseated] = await Promise.all([
    inState(app, 'accepted'),
    count(app, PAYMENTS, {
      and: [{ settled: { equals: 0 } }, { recordedAt: { less_than: aWhileAgo } }],
    }),
  ])
  return { payments, unseated }
}
