import { openSignIn } from '@/collections/members/service/signIn'
import { unwrap } from '@/core/result'
import type { Calendar } from './calendar'
import { chanceOf } from './chance'
import { type DemoPerson, lighter, presented } from './people'
import type { Act } from './timeline'

const DEVICES = ['Firefox, Linux', 'Chrome, Android', 'Safari, iPhone', 'Edge, Windows'] as const

/** Members come by now and then; one in eight has not for months, which the follow-up shows. */
export function signInActs({ ago }: Calendar): Act[] {
  const visit = (person: DemoPerson): Act[] => {
    const chance = chanceOf(`visit ${person.key}`)
    const silent = chance.between(1, 8) === 1
    const device = chance.pick(DEVICES)
    const at = silent ? ago(chance.between(65, 90), 18) : ago(chance.between(0, 20), chance.between(8, 21))
    return [
      {
        at,
        run: async ({ app, people }) => unwrap(await openSignIn(app, people.get(person.key).id, device)),
      },
    ]
  }
  return [...presented, ...lighter].flatMap(visit)
}
