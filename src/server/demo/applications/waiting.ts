import { releaseExpiredHolds } from '@/plugins/capped-membership/service'
import type { Calendar } from '../calendar'
import { applicants, type DemoPerson } from '../people'
import type { Act } from '../timeline'
import { fileActs } from './file'
import { refusals } from './texts'

const applicant = (key: string): DemoPerson => {
  const person = applicants.find((p) => p.key === key)
  if (!person) throw new Error(`demo: no applicant is called ${key}`)
  return person
}
const file = (key: string) => fileActs(applicant(key))

/** Files under way today, in each state an office sees: new, planned, to be decided, awaiting the fee, refused. */
export function waitingActs({ ago, ahead, hoursAgo }: Calendar): Act[] {
  const accepted = (key: string, day: number): Act[] => [
    file(key).submit(ago(day + 9, 20)),
    file(key).plan(ago(day + 8, 10), ago(day + 1, 11)),
    file(key).interview(ago(day, 10)),
    file(key).accept(ago(day, 10.2)),
  ]
  return [
    file('yolande').submit(hoursAgo(3)),
    file('damien').submit(ago(1, 21.5)),
    file('mireille').submit(ago(4, 8.3)),

    file('candidate').submit(ago(6, 19)),
    file('candidate').plan(ago(4, 9.5), ahead(2, 14)),
    file('quentin').submit(ago(9, 23)),
    file('quentin').plan(ago(8, 9.2), ahead(5, 10.5)),

    file('salome').submit(ago(12, 12)),
    file('salome').plan(ago(11, 9), ago(2, 16)),
    file('salome').interview(ago(1, 9.1)),

    ...accepted('wassila', 3),
    ...accepted('gaspard', 11),
    // The fee never came: the seat went back to the others.
    ...accepted('thierry', 40),
    { at: ago(24, 8), run: ({ app }) => releaseExpiredHolds(app) },

    file('bruno').submit(ago(33, 15)),
    file('bruno').refuse(ago(31, 11), refusals.selling),
    file('lucienne').submit(ago(52, 17)),
    file('lucienne').plan(ago(51, 9), ago(46, 15)),
    file('lucienne').interview(ago(46, 15.8)),
    file('lucienne').refuse(ago(45, 10), refusals.shop),
  ]
}
