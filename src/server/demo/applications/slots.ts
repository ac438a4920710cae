import { HOUR } from '@/core/clock'
import { unwrap } from '@/core/result'
import { publishSlots } from '@/plugins/capped-membership/service'
import type { Calendar } from '../calendar'
import type { Act } from '../timeline'
import { staffOf } from '../world'

/** Three half-days of interviews to come, from which applicants without a date may pick. */
export const slotActs = ({ ago, ahead }: Calendar): Act[] => [
  {
    at: ago(1, 9),
    run: async ({ app, ...world }) => {
      const halfDays = [
        [3, 9],
        [6, 14],
        [8, 9],
      ] as const
      const moments = halfDays.flatMap(([day, hour]) => {
        const first = ahead(day, hour).getTime()
        return [0, 1, 2].map((n) => new Date(first + n * HOUR))
      })
      const place = 'Au local, 12 rue des Ateliers'
      unwrap(await publishSlots(app, { by: staffOf({ app, ...world }), moments, minutes: 45, place }))
    },
  },
]
