import type { Where } from 'payload'
import type { PersonCard } from '@/collections/members/contract'
import { readPeople } from '@/collections/members/service'
import { readLogeRoles } from '@/collections/members/service/readLogeRoles'
import { searchKey } from '@/core/text'
import type { App } from '@/hooks'
import { LOGES, type Loge } from '../contract'

const loge = (row: Loge): Loge => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  territory: row.territory,
  presentation: row.presentation ?? '',
  wantedSkills: row.wantedSkills ?? '',
  state: row.state,
})

/** Loges the public may see, by name; `text` narrows them by name, commune or skill. */
export async function listLoges(app: App, text = ''): Promise<Loge[]> {
  const words = searchKey(text).split(' ').filter(Boolean)
  const where: Where = {
    and: [{ state: { in: ['active', 'forming'] } }, ...words.map((w) => ({ searchKey: { like: w } }))],
  }
  const { docs } = await app.payload.db.find<Loge>({
    collection: LOGES,
    where,
    sort: 'sortKey',
    limit: 500,
    pagination: false,
  })
  return docs.map(loge)
}

export async function findLoge(app: App, slug: string): Promise<Loge | null> {
  const found = await app.payload.db.findOne<Loge>({ collection: LOGES, where: { slug: { equals: slug } } })
  return found ? loge(found) : null
}

/** Loges by id, whatever their state: one query. */
export async function readLoges(
  app: App,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, Loge>> {
  const wanted = [...new Set(ids.filter((id): id is string => Boolean(id)))]
  if (wanted.length === 0) return new Map()
  const { docs } = await app.payload.db.find<Loge>({
    collection: LOGES,
    where: { id: { in: wanted } },
    limit: wanted.length,
    pagination: false,
  })
  return new Map(docs.map((row) => [row.id, loge(row)]))
}

/** Every loge by name, whatever its state: those that roles may be given in. */
export async function nameLoges(app: App): Promise<{ id: string; name: string }[]> {
  const { docs } = await app.payload.db.find<Loge>({
    collection: LOGES,
    where: {},
    sort: 'sortKey',
    limit: 500,
    pagination: false,
    select: { name: true },
  })
  return docs.map(({ id, name }) => ({ id, name }))
}

export type Team = { coordinators: PersonCard[]; providers: PersonCard[] }

/** Who runs a loge and who offers services in it, by the role grants in force now. */
export async function readTeam(app: App, id: string): Promise<Team> {
  const docs = await readLogeRoles(app, id)
  if (docs.length === 0) return { coordinators: [], providers: [] }
  const people = await readPeople(
    app,
    await listed(
      app,
      docs.map((grant) => grant.person),
    ),
  )
  const of = (role: string): PersonCard[] => {
    const ids = new Set(docs.filter((g) => g.role === role).map((g) => g.person))
    return [...ids]
      .flatMap((person) => people.get(person) ?? [])
      .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
  }
  return { coordinators: of('coordinator'), providers: of('provider') }
}

/** Those in the directory: whoever is suspended or has left is not shown, whatever grants remain. */
async function listed(app: App, people: readonly string[]): Promise<string[]> {
  const { docs } = await app.payload.db.find<{ id: string; person: string }>({
    collection: 'profiles',
    where: { and: [{ person: { in: [...people] } }, { listed: { equals: true } }] },
    limit: people.length,
    pagination: false,
  })
  return docs.map((profile) => profile.person)
}

/** One a line, as people typed them. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
