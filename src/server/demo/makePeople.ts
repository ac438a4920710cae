import { createMember, grantRole } from '@/collections/members/service'
import { openMemberAccount } from '@/collections/ts/service/openMemberAccount'
import type { RoleGrant, StaffArea } from '@/core/person'
import { unwrap } from '@/core/result'
import { DEMO_PASSWORD } from './accounts'
import { type DemoPerson, emailOf, everybody, staffPeople } from './people'
import { remember, type World } from './world'

/** Hashing a password takes a tenth of a second of a processor: a few at a time. */
const AT_ONCE = 6

/** What Régis does: everything but plugins, roles and settings. */
const AREAS: readonly StaffArea[] = ['content', 'applications', 'payments', 'moderation', 'ledger', 'loges']

/** Everybody's account. Whoever joins does so later, by the association's own steps. */
export async function makePeople(world: World): Promise<void> {
  const waiting = [...everybody]
  const worker = async () => {
    for (let person = waiting.shift(); person; person = waiting.shift()) await makePerson(world, person)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

async function makePerson(world: World, person: DemoPerson): Promise<void> {
  const { name, headline, presentation, town, lang = 'fr' } = person
  const email = emailOf(person)
  const standing = staffPeople.includes(person) ? 'active' : 'prospect'
  const { id } = unwrap(
    await createMember(world.app, {
      email,
      name,
      lang,
      password: DEMO_PASSWORD,
      standing,
      profile: { headline, presentation, town, skills: person.skills.join('\n') },
    }),
  )
  world.people.set(person.key, { id, email, name, lang, standing, grants: [] })
}

/** Gives staff its roles, and its TS accounts: staff takes no seat, so no membership opens them. */
export async function appointStaff(world: World): Promise<void> {
  await grant(world, 'bureau', { role: 'administrator' })
  for (const area of AREAS) await grant(world, 'accueil', { role: 'staff', area })
  for (const { key } of staffPeople) unwrap(await openMemberAccount(world.app, world.people.get(key).id))
}

async function grant(world: World, key: string, given: RoleGrant): Promise<void> {
  const person = world.people.get(key).id
  unwrap(await grantRole(world.app, { person, grant: given, actor: 'system' }))
  remember(world, key, given)
}
