import { type GrantRow, grantsAt } from '@/collections/members/domain/grants'
import { readPeople } from '@/collections/members/service'
import { keepingGrants } from '@/collections/members/service/keepingGrants'
import { readPerson } from '@/collections/members/service/readPerson'
import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { mayFollow } from '../domain/access'

export type Colleague = { id: string; name: string }

/** Those whom a call may be handed to, by name: whoever has the area of applications now, or administers. */
export async function readTeam(app: App): Promise<Colleague[]> {
  const { docs } = await app.payload.db.find<GrantRow & { id: string; person: string }>({
    collection: 'role-grants',
    where: {
      or: [
        { role: { equals: 'administrator' } },
        { and: [{ role: { equals: 'staff' } }, { scope: { equals: 'applications' } }] },
      ],
    },
    limit: 0,
    pagination: false,
  })
  const now = app.clock.now()
  const held = docs.filter((grant) => grantsAt([grant], now).length > 0).map((grant) => grant.person)
  // Grants of whoever is suspended or has left are without effect.
  const [people, lasting] = await Promise.all([readPeople(app, held), keepingGrants(app, held)])
  return [...people.values()]
    .filter(({ id }) => lasting.has(id))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}

/** May this colleague see to a call about that person, as they stand now? Refusal: `follow-up.wrong-owner`. */
export async function checkOwner(
  app: App,
  owner: string,
  about: string,
): Promise<Result<string, 'follow-up.wrong-owner'>> {
  const person = owner ? await readPerson(app, owner) : null
  return person && mayFollow(person, about) ? ok(person.id) : refuse('follow-up.wrong-owner')
}
