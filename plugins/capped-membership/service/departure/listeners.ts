import type { Module } from '@/hooks'
import { followDeparture } from './followDeparture'
import { followLeaving, noteCredit } from './followLeaving'
import { followRefund } from './recordRefund'

/** What follows from a departure, by whichever door. Each may run again. */
export const departureListeners = {
  'departure.requested': (app, { data }) => followDeparture(app, data.departure),
  'standing.changed': async (app, { data }) => {
    if (data.to === 'left') await followLeaving(app, data.person, data.actor)
  },
  'refund.recorded': (app, { data }) => followRefund(app, data),
  'credit.returned': (app, { data }) => noteCredit(app, data),
} satisfies NonNullable<Module['on']>
