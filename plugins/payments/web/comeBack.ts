import { signedIn } from '@/core/access'
import { type FlashKind, notFound, redirect, route } from '@/hooks'
import type { CheckoutState } from '../contract'
import { texts } from '../i18n'
import { askStripe } from '../service/askStripe'
import { findCheckout } from '../service/rows'

const KIND: Record<CheckoutState, FlashKind> = {
  new: 'info',
  open: 'info',
  processing: 'info',
  expired: 'info',
  failed: 'refusal',
  paid: 'success',
}

/** Where Stripe sends people back, paid or not: asks Stripe at once, and leads to where they came from. One's own only. */
export const comeBackRoute = route({
  path: '/paiement/retour/:id',
  access: signedIn,
  get: async ({ app, who, params, lang }) => {
    const row = await findCheckout(app, params.id ?? '')
    if (!row || row.person !== who?.id) return notFound()
    const { state } = await askStripe(app, row)
    const t = texts(lang).back
    return redirect(row.returnTo, { kind: KIND[state], text: t[state === 'new' ? 'open' : state] })
  },
})
