import { createHmac, timingSafeEqual } from 'node:crypto'
import { readContacts } from '@/collections/members/service'
import { type App, compareAndSet, insertOnce } from '@/hooks'
import { CHOICES } from '../contract'

/*
 * Whether somebody wishes news. The link in a letter bears the person's id and a proof that only this program can make:
 * it says yes or no to news and nothing else, so it needs neither a row nor an end.
 */

export const choicePath = (token: string): string => `/nouvelles/${token}`

export const choiceToken = (app: App, person: string): string => `${person}.${proof(app, person)}`

/** The person a token speaks for; null for one that we did not make. */
export function personOfToken(app: App, token: string): string | null {
  const cut = token.lastIndexOf('.')
  if (cut < 1) return null
  const person = token.slice(0, cut)
  const [given, made] = [Buffer.from(token.slice(cut + 1)), Buffer.from(proof(app, person))]
  return given.length === made.length && timingSafeEqual(given, made) ? person : null
}

const proof = (app: App, person: string): string =>
  createHmac('sha256', app.payload.secret).update(`letters:choice:${person}`).digest('base64url')

export async function wishesNews(app: App, person: string): Promise<boolean> {
  const row = await app.payload.db.findOne<{ id: string; news: string }>({
    collection: CHOICES,
    where: { person: { equals: person } },
  })
  return row?.news !== 'no'
}

/** Of these people, those who wish no news: one query. */
export async function decliners(app: App, people: readonly string[]): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const { docs } = await app.payload.db.find<{ id: string; person: string }>({
    collection: CHOICES,
    where: { and: [{ person: { in: [...people] } }, { news: { equals: 'no' } }] },
    limit: people.length,
    pagination: false,
    select: { person: true },
  })
  return new Set(docs.map((row) => row.person))
}

/** Somebody wishes news, or does not; the last word counts. Of whoever is erased nothing is kept. */
export async function chooseNews(app: App, person: string, news: boolean): Promise<void> {
  const contact = (await readContacts(app, [person])).get(person)
  if (!contact || contact.standing === 'erased') return
  const change = { news: news ? 'yes' : 'no', changedAt: app.clock.now().toISOString() }
  if (await insertOnce(app, CHOICES, { person, ...change })) return
  await compareAndSet(app, CHOICES, { person: { equals: person } }, change)
}
