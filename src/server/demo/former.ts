import { changeStanding, letGo, suspendPerson } from '@/collections/members/service'
import { openMemberAccount } from '@/collections/ts/service/openMemberAccount'
import type { Standing } from '@/core/person'
import { unwrap } from '@/core/result'
import type { Calendar } from './calendar'
import { former } from './people'
import type { Act } from './timeline'
import { staffOf, type World } from './world'

const TAKEN_OVER = 'Reprise du registre de la saison précédente.'

/** Those for whom it did not simply go on: one late in renewing, one lapsed, one gone, one suspended. */
export const formerActs = ({ since, ago, ahead }: Calendar): Act[] => [
  { at: since(-2, 15), run: (world) => Promise.all(former.map(({ key }) => takeOver(world, key))) },
  ...former.map(({ key }, n) => step(since(-1, 9 + n / 4), key, ['active'], 'grace')),
  step(since(45, 8), 'wilfried', ['grace'], 'lapsed'),
  {
    at: since(20, 16),
    run: async (world) =>
      unwrap(
        await letGo(world.app, {
          person: world.people.get('sunniva').id,
          reason: 'Retourne vivre à Bergen ; nous l’a dit par téléphone, avec un mot gentil pour chacun.',
          by: staffOf(world),
        }),
      ),
  },
  {
    at: ago(2, 11),
    run: async (world) =>
      unwrap(
        await suspendPerson(world.app, {
          person: world.people.get('samuel').id,
          reason: 'Trois messages publicitaires dans le forum, malgré deux rappels.',
          until: ahead(12, 0),
          by: staffOf(world),
        }),
      ),
  },
]

/** A member on paper becomes one here, by the steps that everybody takes. */
async function takeOver({ app, people }: World, key: string): Promise<void> {
  const person = people.get(key).id
  const steps: [Standing, Standing][] = [
    ['prospect', 'applicant'],
    ['applicant', 'accepted'],
    ['accepted', 'active'],
  ]
  for (const [from, to] of steps)
    unwrap(
      await changeStanding(app, {
        person,
        from: [from],
        to,
        reason: TAKEN_OVER,
        actor: people.get('accueil').id,
      }),
    )
  unwrap(await openMemberAccount(app, person))
}

const step = (at: Date, key: string, from: Standing[], to: Standing): Act => ({
  at,
  run: async ({ app, people }) =>
    unwrap(
      await changeStanding(app, {
        person: people.get(key).id,
        from,
        to,
        reason: 'season.over',
        actor: 'system',
      }),
    ),
})
