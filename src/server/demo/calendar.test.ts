import { expect, it } from 'vitest'
import { DAY, HOUR } from '@/core/clock'
import { joiningActs } from './applications/joining'
import { waitingActs } from './applications/waiting'
import { calendarOf } from './calendar'
import { contentActs } from './content'
import { exchangeActs } from './exchanges'
import { forumActs } from './forum'
import { logeActs } from './loges'
import { missionActs } from './missions'
import { renewalActs } from './renewals'
import { workshopActs } from './workshop'

/** Every fourth week of two years, at the ends of the day too. */
const nows = Array.from({ length: 26 }, (_, n) =>
  [0.01, 11, 23.98].map((hour) => new Date(Date.UTC(2026, 0, 1) + n * 28 * DAY + hour * HOUR)),
).flat()

it('tells of a past that is past, whatever the day', () => {
  for (const now of nows) {
    const calendar = calendarOf(now, 'Europe/Paris')
    expect(calendar.span, `${now}`).toBeGreaterThanOrEqual(110)
    expect(calendar.span, `${now}`).toBeLessThanOrEqual(366)
    expect(calendar.next.name, `${now}`).not.toBe(calendar.season.name)
    expect(calendar.endsOn > calendar.today, `${now}`).toBe(true)
    const parts = [
      joiningActs,
      waitingActs,
      workshopActs,
      renewalActs,
      exchangeActs,
      logeActs,
      missionActs,
    ].concat(forumActs, contentActs)
    const times = parts.flatMap((acts) => acts(calendar)).map(({ at }) => at.getTime())
    expect(Math.max(...times), `${now}`).toBeLessThan(now.getTime())
    expect(Math.min(...times), `${now}`).toBeGreaterThan(now.getTime() - 370 * DAY)
  }
})
