import type { App } from '@/hooks'
import { FakeStripe } from '@/tests/counterparts/stripe/fakeStripe'

/** Stripe's counterpart, which the booted program is told of until `stop`. */
export async function withStripe(app: App): Promise<{ stripe: FakeStripe; stop: () => Promise<void> }> {
  const stripe = await FakeStripe.start()
  const settings = app.settings as { stripe?: App['settings']['stripe'] }
  settings.stripe = stripe.settings
  return {
    stripe,
    stop: async () => {
      settings.stripe = undefined
      await stripe.stop()
    },
  }
}
