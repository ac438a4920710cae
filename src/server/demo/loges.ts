import { LOGES, type LogeState } from '@/collections/loges/contract'
import { grantRole } from '@/collections/members/service'
import type { RoleGrant } from '@/core/person'
import { unwrap } from '@/core/result'
import type { Calendar } from './calendar'
import type { Act } from './timeline'
import { remember, staffOf, type World } from './world'

type DemoLoge = {
  key: string
  name: string
  /** At last; each begins as forming. */
  state: LogeState
  territory: readonly string[]
  presentation: string
  wanted: readonly string[]
  coordinator: string
  providers: readonly string[]
  /** Days ago. */
  made: number
  /** When the state became what it is. */
  turned?: number
}

const loges: readonly DemoLoge[] = [
  {
    key: 'apt',
    name: 'Loge du pays d’Apt',
    state: 'active',
    territory: [
      'Apt',
      'Bonnieux',
      'Gargas',
      'Roussillon',
      'Rustrel',
      'Saignon',
      'Saint-Saturnin-lès-Apt',
      'Villars',
    ],
    presentation: `Un ourlet, une box récalcitrante, un olivier à tailler, un premier cours de piano : sept voisins du pays d’Apt proposent ce qu’ils savent faire, à l’heure convenue et au prix convenu.

Nadège répond le mardi et le jeudi. Dites-lui ce qu’il vous faut, elle vous dira qui, quand et combien.`,
    wanted: ['Garde d’enfants le soir', 'Repassage', 'Petits déménagements'],
    coordinator: 'nadege',
    providers: ['yanis', 'colette', 'remi', 'aissatou', 'loic', 'elise', 'tomasz'],
    made: 84,
    turned: 62,
  },
  {
    key: 'lodeve',
    name: 'Loge de Lodève et du Salagou',
    state: 'forming',
    territory: ['Clermont-l’Hérault', 'Le Bosc', 'Lodève', 'Octon', 'Soubès'],
    presentation: `Nous sommes trois, il en faut encore quatre ou cinq. Si vous habitez entre Lodève et le lac du Salagou, que vous savez faire quelque chose de vos mains ou de votre tête et que vous aimez rendre service, venez nous voir.

Prochaine rencontre au café de la halle, un samedi matin.`,
    wanted: ['Jardinage', 'Bricolage', 'Garde d’animaux', 'Courses', 'Soutien scolaire'],
    coordinator: 'magali',
    providers: ['karim', 'berengere'],
    made: 33,
  },
  {
    key: 'manosque',
    name: 'Loge de Manosque',
    state: 'paused',
    territory: ['Manosque', 'Pierrevert', 'Volx'],
    presentation:
      'La loge fait une pause, le temps de retrouver une équipe. Jean-Noël continue de répondre aux anciens clients.',
    wanted: ['Coordination', 'Aide informatique', 'Ménage'],
    coordinator: 'jeannoel',
    providers: ['lan'],
    made: 82,
    turned: 19,
  },
]

export const logeActs = (calendar: Calendar): Act[] => loges.flatMap((loge) => steps(loge, calendar))

function steps(loge: DemoLoge, { ago }: Calendar): Act[] {
  const id = (world: World) => world.ids.get(`loge:${loge.key}`)
  const grant = (day: number, hour: number, person: string, role: 'coordinator' | 'provider'): Act => ({
    at: ago(day, hour),
    run: async (world) => {
      const given: RoleGrant = { role, loge: id(world) }
      const actor = role === 'provider' ? world.people.get(loge.coordinator).id : staffOf(world).id
      unwrap(await grantRole(world.app, { person: world.people.get(person).id, grant: given, actor }))
      remember(world, person, given)
    },
  })
  const acts: Act[] = [
    { at: ago(loge.made, 10), run: (world) => make(world, loge) },
    grant(loge.made, 10.2, loge.coordinator, 'coordinator'),
    ...loge.providers.map((person, n) => grant(loge.made - 2 - 2 * n, 17, person, 'provider')),
  ]
  if (loge.turned !== undefined)
    acts.push({ at: ago(loge.turned, 9), run: (world) => turn(world, id(world), loge) })
  return acts
}

async function make({ app, ids }: World, loge: DemoLoge): Promise<void> {
  const at = app.clock.now().toISOString()
  const made = await app.payload.create({
    collection: LOGES,
    // Staff makes loges in the admin; nobody is signed in while the demo is made.
    overrideAccess: true,
    depth: 0,
    data: {
      name: loge.name,
      slug: loge.key,
      state: 'forming',
      territory: loge.territory.join('\n'),
      presentation: loge.presentation,
      wantedSkills: loge.wanted.join('\n'),
      createdAt: at,
      updatedAt: at,
    },
  })
  ids.set(`loge:${loge.key}`, String(made.id))
}

async function turn({ app }: World, id: string, { state }: DemoLoge): Promise<void> {
  await app.payload.update({
    collection: LOGES,
    id,
    // As above: staff's act.
    overrideAccess: true,
    depth: 0,
    data: { state, updatedAt: app.clock.now().toISOString() },
  })
}
