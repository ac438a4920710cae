import type { Calendar } from '../calendar'
import { type DemoPerson, lighter, presented } from '../people'
import type { Act } from '../timeline'
import { fileActs } from './file'

/** Days from an application to the payment of the fee. */
const STEPS = { plan: 1, interview: 5, pay: 8 } as const

/** When each cohort applied: a rush at the opening, then fewer and fewer. Fractions of the season so far. */
const COHORTS = [0, 0.015, 0.03, 0.06, 0.1, 0.15, 0.24, 0.34, 0.46, 0.58, 0.7, 0.82] as const
const RUSH = 8

/** The last to have joined: the demo's newcomer. */
const NEWCOMER = 'ombeline'

/** Cohorts by size: the first four take twice as many. Those who present themselves in full came early. */
function cohorts(): DemoPerson[][] {
  const waiting = [...presented.filter((p) => p.key !== NEWCOMER), ...lighter]
  return COHORTS.map((_, i) => waiting.splice(0, i < 4 ? RUSH : Math.ceil(RUSH / 2)))
}

/** Everybody who joined: applied, seen, accepted, paid. */
export function joiningActs(calendar: Calendar): Act[] {
  const room = calendar.span - STEPS.pay - 6
  const joined = cohorts().flatMap((people, i) => {
    const day = Math.floor((COHORTS[i] ?? 0) * room)
    return people.flatMap((person, n) => joining(person, (d, hour) => calendar.since(day + d, hour), n))
  })
  const newcomer = presented.find((p) => p.key === NEWCOMER)
  const late = newcomer ? joining(newcomer, (d, hour) => calendar.ago(STEPS.pay + 2 - d, hour), 0) : []
  return [...joined, ...late]
}

function joining(person: DemoPerson, on: (day: number, hour: number) => Date, n: number): Act[] {
  const file = fileActs(person)
  const quarter = n * 0.25
  const seen = on(STEPS.interview, 9 + n * 0.75)
  return [
    file.submit(on(0, 18 + quarter)),
    file.plan(on(STEPS.plan, 9 + quarter), seen),
    file.interview(new Date(seen.getTime() + 40 * 60_000)),
    file.accept(new Date(seen.getTime() + 41 * 60_000)),
    file.pay(on(STEPS.pay, 14 + quarter)),
  ]
}
