import { rule } from '@/core/access'
import type { MenuEntry, Route } from '@/hooks'
import { MINE } from '../../service/links'
import { declineRoute, myMembershipRoute, renewRoute, takeBackRoute } from './myMembership'
import { closeSeasonRoute, renewalsAccess, renewalsOfficeRoute } from './office'
import { RENEWALS_OFFICE } from './places'
import { renewForRoute } from './renewFor'

/** Somebody who is, or was, a member. */
const hasBeenMember = rule(
  'has-been-member',
  (who) => who !== null && ['active', 'grace', 'lapsed', 'left'].includes(who.standing),
)

export const renewalRoutes: Route[] = [
  myMembershipRoute,
  renewRoute,
  declineRoute,
  takeBackRoute,
  renewalsOfficeRoute,
  renewForRoute,
  closeSeasonRoute,
]

export const renewalMenu: MenuEntry[] = [
  {
    place: 'account',
    href: MINE,
    label: { fr: 'Mon adhésion', en: 'My membership' },
    order: 3,
    access: hasBeenMember,
  },
  {
    place: 'account',
    href: RENEWALS_OFFICE,
    label: { fr: 'Renouvellements', en: 'Renewals' },
    order: 62,
    access: renewalsAccess,
    group: 'membership',
  },
]
