import { unwrap } from '@/core/result'
import { givePriority, recordRefund, requestDeparture } from '@/plugins/capped-membership/service'
import { findLineOf } from '@/plugins/capped-membership/service/line/rows'
import { fileActs } from './applications/file'
import type { Calendar } from './calendar'
import { workshop } from './people'
import type { Act } from './timeline'
import { staffOf, type World } from './world'

/** On which day of the season each was accepted: the first three took the places, the others wait in this order. */
const ACCEPTED = { honorine: 3, faustine: 3, baptiste: 4, philippine: 20, marceau: 34, irene: 48, nadir: 61 }
const SEATED = ['honorine', 'faustine', 'baptiste']

/**
 * The shared workshop: full, with a waiting list. One left and has her money back, and whoever waited first sits there
 * now; another has just left, his money is still to be given back, and his place is offered to the next.
 */
export function workshopActs({ since, ago }: Calendar): Act[] {
  return [
    ...workshop.flatMap(({ key }, n) => entry(key, n, since)),
    leave('faustine', ago(40, 11), 'email', 'moving', 'Part s’installer à Nantes, avec son tour.'),
    pay('philippine', ago(37, 15)),
    {
      at: ago(35, 10),
      run: async (world) =>
        unwrap(
          await recordRefund(world.app, {
            departure: world.ids.get('departure:faustine'),
            method: 'transfer',
            on: world.today(),
            reference: 'Remboursement atelier',
            by: staffOf(world),
          }),
        ),
    },
    leave('baptiste', ago(2, 15), 'phone', 'job', 'A trouvé un atelier à lui, à Forcalquier.'),
    {
      at: ago(1, 10),
      run: async (world) => {
        const row = await findLineOf(world.app, world.ids.get('workshop'), world.people.get('irene').id)
        const reason = 'Se déplace en fauteuil : l’atelier est le seul lieu de plain-pied du canton.'
        unwrap(await givePriority(world.app, { waiting: row?.id ?? '', reason, by: staffOf(world) }))
      },
    },
  ]
}

/** Applied while the workshop alone was open; seen, and accepted: the last day of these is the place in line. */
function entry(key: string, n: number, since: Calendar['since']): Act[] {
  const file = fileOf(key)
  const day = ACCEPTED[key as keyof typeof ACCEPTED]
  const acts = [
    file.submit(since(-1, 10 + n)),
    file.plan(since(1, 9 + n / 4), since(day, 9 + n / 4)),
    file.interview(since(day, 10 + n / 4)),
    file.accept(since(day, 10.1 + n / 4)),
  ]
  return SEATED.includes(key) ? [...acts, file.pay(since(day + 2, 14))] : acts
}

const fileOf = (key: string) => {
  const person = workshop.find((p) => p.key === key)
  if (!person) throw new Error(`demo: nobody at the workshop is called ${key}`)
  return fileActs(person)
}

const pay = (key: string, at: Date): Act => fileOf(key).pay(at)

const leave = (key: string, at: Date, channel: string, reason: string, note: string): Act => ({
  at,
  run: async (world: World) => {
    const person = world.people.get(key).id
    const asked = unwrap(
      await requestDeparture(world.app, { person, channel, reason, note, by: staffOf(world) }),
    )
    world.ids.set(`departure:${key}`, asked.departure)
  },
})
