import type { PersonContact } from '@/collections/members/contract'
import { readContacts } from '@/collections/members/service'
import type { Visitor } from '@/core/person'
import { ok, type Result } from '@/core/result'
import type { App } from '@/hooks'
import { type Fate, fateOf } from '../domain/letter'
import { findAudience } from './audiences'
import { decliners } from './choices'
import type { LetterRow } from './rows'

/** What becomes of a letter for each of some people, as they stand now: four queries for any number. */
export async function sortOut(
  app: App,
  letter: Pick<LetterRow, 'kind'>,
  people: readonly string[],
): Promise<Record<Exclude<Fate, 'written'>, number> & { written: PersonContact[] }> {
  const [contacts, declined] = await Promise.all([readContacts(app, people), decliners(app, people)])
  const out = { written: [] as PersonContact[], declined: 0, away: 0 }
  for (const person of people) {
    const contact = contacts.get(person)
    const fate = fateOf(letter.kind, contact?.standing ?? null, !declined.has(person))
    if (fate === 'written' && contact) out.written.push(contact)
    else out[fate === 'declined' ? 'declined' : 'away']++
  }
  return out
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
  const { written, declined, away } = await sortOut(app, letter, people)
  const names = written
    .map((contact) => contact.name)
    .filter(Boolean)
    .sort((a, b) => a.localeCompare(b, 'fr'))
    .slice(0, named)
  return ok({ people: people.length, written: written.length, declined, away, names })
}
