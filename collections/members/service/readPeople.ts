import type { Where } from 'payload'
import type { Lang } from '@/core/lang'
import type { Standing } from '@/core/person'
import { searchKey } from '@/core/text'
import { type App, many } from '@/hooks'
import type { PersonCard, PersonContact } from '../contract'
import { type StandingRow, standingAt } from '../domain/standing'
import { cardsOf, NOBODY } from '../store/cards'

type ProfileRow = {
  person: string
  name: string
  slug: string
  portraitUrl?: string | null
  headline?: string | null
}

const card = (row: ProfileRow): PersonCard => ({
  id: row.person,
  name: row.name,
  slug: row.slug,
  portrait: row.portraitUrl ?? null,
  headline: row.headline ?? '',
})

const CARD_FIELDS = { person: true, name: true, slug: true, portraitUrl: true, headline: true } as const

async function profiles(app: App, where: Where, limit: number): Promise<ProfileRow[]> {
  const { docs } = await app.payload.db.find<ProfileRow & { id: string }>({
    collection: 'profiles',
    where,
    limit,
    pagination: false,
    sort: 'sortKey',
    select: CARD_FIELDS,
  })
  return docs
}

/** The cards of any number of people, in one query at most (see store/cards.ts). Unknown ids are absent from the map. */
export async function readPeople(
  app: App,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, PersonCard>> {
  const wanted = [...new Set(ids.filter((id): id is string => Boolean(id)))]
  const kept = cardsOf(app)
  const { changes } = kept
  const found = new Map<string, PersonCard>()
  const unknown: string[] = []
  for (const id of wanted) {
    const known = kept.cards.get(id)
    if (known === undefined) unknown.push(id)
    else if (known !== NOBODY) found.set(id, known)
  }
  if (unknown.length === 0) return found
  const rows = await profiles(app, { person: { in: unknown } }, unknown.length)
  for (const row of rows) found.set(row.person, card(row))
  if (kept.changes === changes) for (const id of unknown) kept.cards.set(id, found.get(id) ?? NOBODY)
  return found
}

/** Members one may address, by a few letters of name, skill or town; at most `limit`. */
export async function searchPeople(app: App, text: string, limit = 20): Promise<PersonCard[]> {
  const words = searchKey(text).split(' ').filter(Boolean)
  const where: Where = {
    and: [{ listed: { equals: true } }, ...words.map((w) => ({ searchKey: { like: w } }))],
  }
  return (await profiles(app, where, limit)).map(card)
}

export async function findBySlug(app: App, slug: string): Promise<PersonCard | null> {
  const [row] = await profiles(app, { slug: { equals: slug } }, 1)
  return row ? card(row) : null
}

/** The whole profile row of a person. */
export const findProfile = (app: App, person: string) =>
  app.payload.db.findOne<Record<string, string | boolean | null> & { id: string }>({
    collection: 'profiles',
    where: { person: { equals: person } },
  })

/** The standing of people now, where they have one: one query for any number. */
export async function readStandings(app: App, ids: readonly string[]): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map()
  const { docs } = await app.payload.db.find<{ id: string; person: string } & StandingRow>({
    collection: 'standings',
    where: { person: { in: [...ids] } },
    limit: 0,
    pagination: false,
    select: { person: true, standing: true, until: true, before: true },
  })
  const now = app.clock.now()
  return new Map(docs.map((row) => [row.person, standingAt(row, now)]))
}

/** How to reach people, with their standing now: three queries for any number. For mails and staff. */
export async function readContacts(app: App, ids: readonly string[]): Promise<Map<string, PersonContact>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const [cards, members, standingOf] = await Promise.all([
    readPeople(app, wanted),
    many<{ id: string; email: string; lang: Lang }>(app, 'members', { id: { in: wanted } }),
    readStandings(app, wanted),
  ])
  return new Map(
    members.map((m) => [
      m.id,
      {
        id: m.id,
        name: cards.get(m.id)?.name ?? '',
        email: m.email,
        lang: m.lang,
        standing: standingOf.get(m.id) ?? 'prospect',
      },
    ]),
  )
}

/** The person an e-mail address belongs to. */
export async function findByEmail(app: App, email: string): Promise<PersonContact | null> {
  const member = await app.payload.db.findOne<{ id: string }>({
    collection: 'members',
    where: { email: { equals: email.trim().toLowerCase() } },
  })
  return member ? ((await readContacts(app, [member.id])).get(member.id) ?? null) : null
}
