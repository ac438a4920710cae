import { HOUR, MINUTE } from '@/core/clock'
import type { Job } from '@/hooks'
import { keepAllSeats } from './keepSeats'
import { remindMembers } from './remindMembers'
import { settleStandings } from './settleStandings'

/** Seasons that end and are renewed, by themselves. */
export const renewalJobs: Job[] = [
  { id: 'renewals.keep', everyMs: MINUTE, run: keepAllSeats },
  { id: 'renewals.remind', everyMs: HOUR, run: async (app, cut) => void (await remindMembers(app, cut)) },
  {
    id: 'members.turn',
    everyMs: 10 * MINUTE,
    run: async (app, cut) => void (await settleStandings(app, cut)),
  },
]
