import { nameLoges } from '@/collections/loges/service'
import { readLogeRoles } from '@/collections/members/service/readLogeRoles'
import type { Bilingual } from '@/core/lang'
import type { Visitor } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { writesLetters } from '../collections'
import type { Audience } from '../contract'

/** The coordinators and providers of a loge: too few to be asked for in parts. */
const loges: Audience = {
  id: 'loge',
  label: { fr: 'Une loge', en: 'A loge' },
  access: writesLetters,
  choices: async (app) =>
    (await nameLoges(app)).map(({ id, name }) => ({
      value: id,
      label: { fr: name, en: name },
    })),
  people: async (app, { of, after, limit }) => {
    const all = [...new Set((await readLogeRoles(app, of)).map((role) => role.person))].sort()
    const people = all.filter((person) => person > after).slice(0, limit)
    const last = people.at(-1)
    return { people, next: last !== undefined && last !== all.at(-1) ? last : null }
  },
}

/** All audiences there are now, as they are offered: those of plugins that are off are not among them. */
async function allAudiences(app: App): Promise<Audience[]> {
  const found = await app.filter('letters.audiences', [loges], {})
  return found.ok ? found.value : []
}

/** What may be chosen: an audience, and which of several. `to` is how letters keep it. */
export type AudienceChoice = { to: string; label: Bilingual; group: Bilingual | null }

/** Whom somebody may write to, audience by audience. */
export async function audiencesFor(app: App, who: Visitor): Promise<AudienceChoice[]> {
  const mine = (await allAudiences(app)).filter((audience) => audience.access(who))
  const choices = await Promise.all(
    mine.map(async ({ id, label, choices: several }): Promise<AudienceChoice[]> => {
      if (!several) return [{ to: `${id}:`, label, group: null }]
      return (await several(app)).map((one) => ({ to: `${id}:${one.value}`, label: one.label, group: label }))
    }),
  )
  return choices.flat()
}

/** The people behind what a letter keeps, where this person may write to them. */
export async function findAudience(
  app: App,
  to: string,
  who: Visitor,
): Promise<Result<{ audience: Audience; of: string }, 'letter.not-allowed'>> {
  const cut = to.indexOf(':')
  const audience = (await allAudiences(app)).find(({ id }) => id === to.slice(0, cut))
  // One whose plugin is off is nobody's to write to.
  if (!audience || !writesLetters(who) || !audience.access(who)) return refuse('letter.not-allowed')
  return ok({ audience, of: to.slice(cut + 1) })
}
