import type { Module } from '@/hooks'
import { enterLine } from './enterLine'
import { followInvitation } from './followInvitation'
import { followWithdrawal, putFirst } from './leaveLine'

/** What follows in the waiting list. Each may run again, and in any order: each asks the rows where they stand. */
export const lineListeners = {
  'application.waitlisted': (app, { data }) => enterLine(app, data.application),
  'application.withdrawn': (app, { data }) => followWithdrawal(app, data.application),
  'waiting.invited': (app, { data, key }) => followInvitation(app, data, key),
  'payment.unseated': (app, { data }) => putFirst(app, data),
} satisfies NonNullable<Module['on']>
