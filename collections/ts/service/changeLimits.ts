import type { Person } from '@/core/person'
import type { App } from '@/hooks'
import type { Outcome } from '../contract'
import { ledgerOf, projectorOf } from './ledgerOf'
import { writeNote } from './notes'

/** Staff sets the limits of an account, with a reason kept apart. The caller has checked its right to. */
export async function changeLimits(
  app: App,
  input: { who: Person; account: string; min: number; max: number | null; reason: string; formKey: string },
): Promise<Outcome> {
  const note = await writeNote(app, {
    key: input.formKey,
    text: input.reason,
    by: input.who.id,
    about: input.account,
  })
  const outcome = await ledgerOf(app).setLimits({
    actor: `staff:${input.who.id}`,
    key: input.formKey,
    account: input.account,
    min: input.min,
    max: input.max,
    reason: 'limits',
    note,
  })
  await projectorOf(app).flush()
  return outcome
}
