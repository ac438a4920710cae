import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { makePerson } from '@/tests/factories/people'
import { type CheckoutRow, findCheckout } from '../service/rows'
import { startCheckout, type Wish } from '../service/startCheckout'

/** The same program at another hour; only the verbs called with it see that hour. */
export const at = (app: App, now: Date | number): App => ({ ...app, clock: { now: () => new Date(now) } })

export const wish = (person: string, more: Partial<Wish> = {}): Wish => ({
  ref: `essai:${newId()}`,
  person,
  cents: 500,
  labelFr: 'Cotisation, saison d’essai',
  labelEn: 'Fee, test season',
  heading: 'essai',
  email: 'marie@test.example',
  lang: 'fr',
  returnTo: '/recus',
  ...more,
})

/** Somebody with a page to pay on. */
export async function opened(
  app: App,
  more: Partial<Wish> = {},
): Promise<CheckoutRow & { sessionId: string }> {
  const { id } = await makePerson(app, { standing: 'active' })
  const { checkout } = unwrap(await startCheckout(app, wish(id, more)))
  return rowOf(app, checkout)
}

export async function rowOf(app: App, id: string): Promise<CheckoutRow & { sessionId: string }> {
  const row = await findCheckout(app, id)
  if (!row) throw new Error(`no checkout ${id}`)
  return { ...row, sessionId: row.sessionId ?? '' }
}
