import { ok } from '@/core/result'
import type { Module } from '@/hooks'
import { aboutRef, withdraw } from './about'
import { askRefund } from './askRefund'
import { returnedOf } from './returnedOf'
import { startCheckout } from './startCheckout'

/** What other modules call by name. */
export const services: NonNullable<Module['services']> = {
  'payments.checkout': startCheckout,
  'payments.about': async (app, { ref }) => ok(await aboutRef(app, ref)),
  'payments.withdraw': async (app, { ref }) => ok({ closed: await withdraw(app, ref) }),
  'payments.refund': askRefund,
  'payments.returned': returnedOf,
}
