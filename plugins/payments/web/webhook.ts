import { anyone } from '@/core/access'
import { notFound, raw, route } from '@/hooks'
import { noteEvent } from '../service/noteEvent'
import { problemOf, stripeOf } from '../service/stripeOf'

/** Far more than any event of Stripe's. */
const MAX_BYTES = 1024 * 1024

/**
 * Stripe tells us what came to pass. Who it is, the signature over the raw body says (no cookie, no other proof); a
 * bad one is answered 400 and nothing is read. What is not ours is answered 200, so that Stripe does not insist.
 */
export const webhookRoute = route({
  path: '/webhooks/stripe',
  access: anyone,
  post: async (ctx) => {
    const { app } = ctx
    const [stripe, settings] = [await stripeOf(app), app.settings.stripe]
    if (!stripe || !settings) return notFound()
    const body = await ctx.raw(MAX_BYTES)
    const signature = ctx.header('stripe-signature') ?? ''
    let event: ReturnType<typeof stripe.webhooks.constructEvent>
    try {
      event = stripe.webhooks.constructEvent(body, signature, settings.webhookSecret)
    } catch (error) {
      // A signature that is missing, bad or too old; or a body that is no JSON, whoever signed it.
      if (!problemOf(error) && !(error instanceof SyntaxError)) throw error
      app.log.warn({ reason: problemOf(error)?.type ?? 'no JSON' }, 'a webhook was refused')
      return raw('application/json', '{"error":"signature"}', { status: 400 })
    }
    const { ours } = await noteEvent(app, event)
    return raw('application/json', JSON.stringify({ received: true, ours }))
  },
})
