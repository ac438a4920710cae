import { rule } from '@/core/access'
import type { MenuEntry, Route } from '@/hooks'
import { declineRoute, MINE, myMembershipRoute, renewRoute } from './myMembership'
import { closeSeasonRoute, RENEWALS_OFFICE, renewalsAccess, renewalsOfficeRoute } from './office'

/** Somebody who is, or was, a member. */
const hasBeenMember = rule(
  'has-been-member',
  (who) => who !== null && ['active', 'grace', 'lapsed', 'left'].includes(who.standing),
)

export const renewalRoutes: Route[] = [
  myMembershipRoute,
  renewRoute,
  declineRoute,
  renewalsOfficeRoute,
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
    group: 'membership',
    label: { fr: 'Renouvellements', en: 'Renewals' },
    order: 64,
    access: renewalsAccess,
  },
]
