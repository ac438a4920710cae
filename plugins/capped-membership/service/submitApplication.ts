import { queueMail } from '@/collections/mail/service/queueMail'
import { findByEmail } from '@/collections/members/service'
import { newId } from '@/core/ids'
import type { Lang } from '@/core/lang'
import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { searchKey } from '@/core/text'
import { type App, fact, insertDeciding } from '@/hooks'
import { APPLICATIONS } from '../contract'
import { mayApply } from '../domain/applicant'
import { applicationKey } from '../domain/keys'
import { roundOf } from './departure/reapply'
import { readCurrentSeason, todayOf } from './readCounter'
import { findApplication } from './rows'

export type NewApplication = {
  name: string
  email: string
  phone?: string
  activity: string
  skills: string
  motives: string
  charter: boolean
  privacy: boolean
  lang: Lang
  /** Of the file to be: the same id again is the same file. */
  id?: string
  /** Who asks, when signed in: their own address counts, whatever was typed. */
  who?: Person | null
}

/** `known`: the address has a file or a membership already; the answer to a stranger must be the same. */
export type Submitted = { application: string | null; known: boolean }

/**
 * Files an application for the season that is open today, under an address that is proven: by signing in, or by the
 * link of a draft (`drafts/`). The row decides; the account and the mail follow.
 * An address we know already gets a mail that says so, and the page says nothing of it: strangers cannot find
 * out who applied. Refusals: `season.not-open`, `application.consent-missing`.
 */
export async function submitApplication(
  app: App,
  input: NewApplication,
): Promise<Result<Submitted, 'season.not-open' | 'application.consent-missing'>> {
  if (!input.charter || !input.privacy) return refuse('application.consent-missing')
  const current = await readCurrentSeason(app)
  if (current?.phase !== 'open') return refuse('season.not-open')
  const email = (input.who?.email ?? input.email).trim().toLowerCase()
  const person = input.who ?? (await findByEmail(app, email))
  if (person && !mayApply(person.standing)) return known(app, email, input.lang, person.id)
  const round = await roundOf(app, current.season.id, email)
  if (round === null) {
    // Its own file, filed a moment ago by the same link.
    if (input.id && (await findApplication(app, input.id))) return ok({ application: input.id, known: false })
    return known(app, email, input.lang, person?.id)
  }

  const id = input.id ?? newId()
  const now = app.clock.now().toISOString()
  const name = input.name.trim()
  const made = await insertDeciding(
    app,
    APPLICATIONS,
    {
      id,
      key: applicationKey(current.season.id, email, round),
      round,
      season: current.season.id,
      state: 'received',
      name,
      email,
      phone: input.phone?.trim() || null,
      // Proven only by signing in; else the account is tied to the file when its mail is answered for.
      person: input.who?.id ?? null,
      lang: input.lang,
      activity: input.activity.trim(),
      skills: input.skills.trim(),
      motives: input.motives.trim(),
      charterAt: now,
      privacyAt: now,
      searchKey: searchKey(name, email, input.activity),
    },
    [fact(app, 'application.received', id, { application: id, season: current.season.id })],
  )
  if (made) return ok({ application: made, known: false })
  if (input.id && (await findApplication(app, input.id))) return ok({ application: input.id, known: false })
  return known(app, email, input.lang, person?.id)
}

/**
 * Tells the owner of an address that we know it already; false where we do not. What was written is not kept then, and
 * the page says the same either way.
 */
export async function tellKnown(
  app: App,
  { email, lang, season }: { email: string; lang: Lang; season: string },
): Promise<boolean> {
  const [person, round] = await Promise.all([findByEmail(app, email), roundOf(app, season, email)])
  if (round !== null && (!person || mayApply(person.standing))) return false
  await known(app, email, lang, person?.id)
  return true
}

async function known(
  app: App,
  email: string,
  lang: Lang,
  person?: string,
): Promise<Result<Submitted, never>> {
  await queueMail(app, {
    // One a day at most: the form must not be a way to pester somebody.
    key: `application-known:${email}:${todayOf(app)}`,
    to: email,
    ...(person ? { person } : {}),
    lang,
    template: 'membership.known',
    data: { url: `${app.settings.publicUrl}/ma-candidature` },
  })
  return ok({ application: null, known: true })
}
