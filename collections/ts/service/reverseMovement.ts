import type { Person } from '@/core/person'
import type { App } from '@/hooks'
import type { Outcome } from '../contract'
import { ledgerOf, projectorOf } from './ledgerOf'
import { writeNote } from './notes'

/**
 * Staff corrects a movement: the whole of it (or of its group) goes back, once. The reason in words is kept
 * apart, under the form's key, so that sending the form twice writes one note and one reversal.
 * The caller has checked that this person is staff for the ledger.
 */
export async function reverseMovement(
  app: App,
  input: { who: Person; original: string; account: string; reason: string; formKey: string },
): Promise<Outcome> {
  const note = await writeNote(app, {
    key: input.formKey,
    text: input.reason,
    by: input.who.id,
    about: input.account,
  })
  const outcome = await ledgerOf(app).reverse({
    actor: `staff:${input.who.id}`,
    key: input.formKey,
    original: input.original,
    reason: 'correction',
    note,
  })
  await projectorOf(app).flush()
  return outcome
}
