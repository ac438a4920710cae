import { ok, type Result, refuse } from '@/core/result'
import { searchKey, sortKey } from '@/core/text'
import { type App, compareAndSet } from '@/hooks'

export type ProfileInput = {
  name: string
  headline: string
  presentation: string
  skills: string
  town: string
  website: string
  /** Null: without one from now on. */
  portraitUrl?: string | null
}

/** Writes one's own profile. Refusal: `person.unknown`. */
export async function updateProfile(app: App, person: string, input: ProfileInput): Promise<Result<null>> {
  const done = await compareAndSet(
    app,
    'profiles',
    { person: { equals: person } },
    {
      ...input,
      searchKey: searchKey(input.name, input.headline, input.skills, input.town),
      sortKey: sortKey(input.name),
    },
  )
  if (!done) return refuse('person.unknown')
  await app.touch('people')
  return ok(null)
}

/** The language of a person's mails and pages. */
export const setLanguage = (app: App, person: string, lang: 'fr' | 'en'): Promise<boolean> =>
  compareAndSet(app, 'members', { id: { equals: person } }, { lang })
