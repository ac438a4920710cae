import { unwrap } from '@/core/result'
import {
  acceptApplication,
  planInterview,
  recordInterview,
  recordPayment,
  refuseApplication,
  submitApplication,
} from '@/plugins/capped-membership/service'
import { chanceOf } from '../chance'
import { type DemoPerson, emailOf } from '../people'
import type { Act } from '../timeline'
import { staffOf, type World } from '../world'
import { motives, places, reports } from './texts'

const fileOf = (world: World, person: DemoPerson) => world.ids.get(`application:${person.key}`)

/** The steps of one file, each an act at its hour. What a step says is chosen by the person's name, always the same. */
export function fileActs(person: DemoPerson) {
  const chance = chanceOf(person.key)
  const motive = person.motives ?? chance.pick(motives)
  const place = chance.pick(places)
  const report = chance.pick(reports)
  const method = chance.pick(['cheque', 'transfer', 'cash'])
  const reference = {
    cheque: `Chèque n° ${chance.between(1_000_000, 9_999_999)}`,
    transfer: `Cotisation ${person.name}`,
    cash: '',
  }[method]

  const step =
    (run: (world: World) => Promise<unknown>) =>
    (at: Date): Act => ({ at, run })
  return {
    submit: step(async (world) => {
      const filed = unwrap(
        await submitApplication(world.app, {
          name: person.name,
          email: emailOf(person),
          activity: person.headline,
          skills: person.skills.join('\n'),
          motives: motive,
          charter: true,
          privacy: true,
          lang: person.lang ?? 'fr',
          who: world.people.get(person.key),
        }),
      )
      world.ids.set(`application:${person.key}`, filed.application ?? '')
    }),
    plan: (at: Date, interviewAt: Date) =>
      step(async (world) =>
        unwrap(
          await planInterview(world.app, {
            application: fileOf(world, person),
            at: interviewAt,
            place,
            by: staffOf(world),
          }),
        ),
      )(at),
    interview: step(async (world) =>
      unwrap(
        await recordInterview(world.app, { application: fileOf(world, person), report, by: staffOf(world) }),
      ),
    ),
    accept: step(async (world) =>
      unwrap(await acceptApplication(world.app, { application: fileOf(world, person), by: staffOf(world) })),
    ),
    refuse: (at: Date, reason: string) =>
      step(async (world) =>
        unwrap(
          await refuseApplication(world.app, {
            application: fileOf(world, person),
            reason,
            by: staffOf(world),
          }),
        ),
      )(at),
    pay: step(async (world) =>
      unwrap(
        await recordPayment(world.app, {
          application: fileOf(world, person),
          cents: 500,
          method,
          receivedOn: world.today(),
          ...(reference ? { reference } : {}),
          by: staffOf(world),
        }),
      ),
    ),
  }
}
