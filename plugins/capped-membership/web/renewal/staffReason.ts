import type { Refusal } from '@/core/result'
import type { RouteContext } from '@/hooks'
import { renewalActTexts } from '../../i18n/renewal/acts'

/** Why something is refused, said to staff: of the member, where the usual sentence speaks to the member. */
export function staffReason(ctx: RouteContext, refusal: Refusal): string {
  const said: Partial<Record<string, string>> = renewalActTexts(ctx.lang).staffReasons
  return said[refusal.reason] ?? ctx.reason(refusal)
}
