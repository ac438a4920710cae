import type { LeavingPages } from '@/collections/members/contract'
import { ok, type Result } from '@/core/result'
import type { App, Route } from '@/hooks'
import { departureTexts } from '../../i18n/departure'
import { membershipsInForce } from '../../service/departure/rows'
import { askDepartureRoute } from './ask'
import { departureFileRoutes } from './file'
import { departureListRoute } from './list'
import { goodbyeRoute, ownDepartureRoute } from './own'
import { askHref, OWN_DEPARTURE } from './places'

// The word route stands before `/bureau/departs/:id`.
export const departureRoutes: Route[] = [
  departureListRoute,
  askDepartureRoute,
  ...departureFileRoutes,
  ownDepartureRoute,
  goodbyeRoute,
]

/** A member's departure is asked for here, where the money and the seat are: the members' pages lead to it. */
export async function leavingPages(
  app: App,
  pages: LeavingPages | null,
  { person }: { person: string },
): Promise<Result<LeavingPages | null>> {
  if ((await membershipsInForce(app, person)).length === 0) return ok(pages)
  const [fr, en] = [departureTexts('fr').own, departureTexts('en').own]
  return ok({
    office: askHref(person),
    own: OWN_DEPARTURE,
    title: { fr: fr.title, en: en.title },
    label: { fr: fr.ask, en: en.ask },
    lead: { fr: fr.askLead, en: en.askLead },
  })
}
