import type { App } from '@/hooks'
import type { CheckoutState } from '../contract'
import { CHECKOUTS } from '../contract'
import { closePage } from './closePage'
import { type CheckoutRow, lastCheckout, many } from './rows'
import { stripeOf } from './stripeOf'
import { wasReturned } from './wasReturned'

/** Where the payment of a `ref` stands, by its last attempt. */
export async function aboutRef(
  app: App,
  ref: string,
): Promise<{ online: boolean; state: CheckoutState | 'none' | 'returned' }> {
  const online = stripeOf(app) !== null
  const last = await lastCheckout(app, ref)
  if (!last) return { online, state: 'none' }
  return { online, state: (await wasReturned(app, last)) ? 'returned' : last.state }
}

/** Closes the pages on which something could still be paid that needs no paying any more. */
export async function withdraw(app: App, ref: string): Promise<number> {
  const stripe = await stripeOf(app)
  if (!stripe) return 0
  const open = await many<CheckoutRow>(
    app,
    CHECKOUTS,
    { and: [{ ref: { equals: ref } }, { state: { in: ['new', 'open'] } }] },
    { limit: 20 },
  )
  let closed = 0
  for (const row of open) if (await closePage(app, stripe, row)) closed++
  return closed
}
