import type { PersonContact } from '@/collections/members/contract'
import { readContacts, readPeople, readStandings } from '@/collections/members/service'
import type { Visitor } from '@/core/person'
import { ok, type Result } from '@/core/result'
import type { App } from '@/hooks'
import { type Fate, fateOf } from '../domain/letter'
import { findAudience } from './audiences'
import { decliners } from './choices'
import type { LetterRow } from './rows'

/** What becomes of a letter for each of some people, as they stand now: two queries for any number. */
async function fatesOf(
  app: App,
  letter: Pick<LetterRow, 'kind'>,
  people: readonly string[],
): Promise<Record<Fate, string[]>> {
  const [standings, declined] = await Promise.all([readStandings(app, people), decliners(app, people)])
  const out: Record<Fate, string[]> = { written: [], declined: [], away: [] }
  for (const person of people)
    out[fateOf(letter.kind, standings.get(person) ?? null, !declined.has(person))].push(person)
  return out
}

/** The same, with where to write to those it goes to. */
export async function sortOut(
  app: App,
  letter: Pick<LetterRow, 'kind'>,
  people: readonly string[],
): Promise<Record<Exclude<Fate, 'written'>, number> & { written: PersonContact[] }> {
  const { written, declined, away } = await fatesOf(app, letter, people)
  const contacts = await readContacts(app, written)
  return {
    written: written.flatMap((person) => contacts.get(person) ?? []),
    declined: declined.length,
    away: away.length,
  }
}

/** More than a season has seats; of more, only so many are counted before a letter leaves. It is written to all. */
export const MOST = 10_000

export type Forecast = { people: number; written: number; declined: number; away: number; names: string[] }

/** Who would get a letter if it left now, and the names of some of them. Refusal: `letter.not-allowed`. */
export async function forecastLetter(
  app: App,
  letter: Pick<LetterRow, 'kind' | 'to'>,
  who: Visitor,
  named = 12,
): Promise<Result<Forecast, 'letter.not-allowed'>> {
  const found = await findAudience(app, letter.to, who)
  if (!found.ok) return found
  const { audience, of } = found.value
  const { people } = await audience.people(app, { of, after: '', limit: MOST })
  const { written, declined, away } = await fatesOf(app, letter, people)
  const cards = await readPeople(app, written.slice(0, named))
  const names = [...cards.values()].map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'fr'))
  return ok({
    people: people.length,
    written: written.length,
    declined: declined.length,
    away: away.length,
    names,
  })
}
