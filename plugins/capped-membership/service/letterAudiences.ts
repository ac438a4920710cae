import type { CollectionSlug, Where } from 'payload'
import { staff } from '@/core/access'
import type { Bilingual } from '@/core/lang'
import { ok, type Result } from '@/core/result'
import type { App } from '@/hooks'
import type { Audience } from '@/plugins/letters/contract'
import { APPLICATIONS, type ApplicationState, MEMBERSHIPS, SEATS } from '../contract'
import { isOverOn } from '../domain/seasonTurn'
import { handlesApplications } from './actor'
import { todayOf } from './readCounter'
import { allSeasons, many } from './rows'

/**
 * People named by rows, in the order of their ids, so that each comes once however many rows name them, and nobody is
 * missed while rows come and go.
 */
async function peopleOf(
  app: App,
  collection: CollectionSlug,
  where: Where,
  { after, limit }: { after: string; limit: number },
): Promise<{ people: string[]; next: string | null }> {
  const rows = await many<{ id: string; person: string }>(
    app,
    collection,
    { and: [where, { person: { greater_than: after } }] },
    { sort: 'person', limit },
  )
  const people = [...new Set(rows.map((row) => row.person))]
  return { people, next: rows.length === limit ? (people.at(-1) ?? null) : null }
}

/** Every season, named with what its people are: a choice is read by itself, away from its list. */
const seasons =
  ({ fr, en }: Bilingual): NonNullable<Audience['choices']> =>
  async (app) =>
    (await allSeasons(app)).map(({ id, titleFr, titleEn }) => ({
      value: id,
      label: { fr: `${fr} : ${titleFr}`, en: `${en}: ${titleEn}` },
    }))

const of = (season: string): Where => ({ season: { equals: season } })

/** Whose application waits for what. */
const WAITING: Record<string, readonly ApplicationState[]> = {
  decision: ['received', 'interview-planned', 'interviewed'],
  line: ['waiting'],
  fee: ['accepted'],
}

/** Those whom membership knows to write to. Members of the house may be written to by whoever may write at all. */
const audiences: Audience[] = [
  {
    id: 'members',
    label: { fr: 'Adhérents d’une saison', en: 'Members of a season' },
    access: staff,
    choices: seasons({ fr: 'Adhérents', en: 'Members' }),
    people: (app, { of: season, ...ask }) =>
      peopleOf(app, MEMBERSHIPS, { and: [of(season), { state: { equals: 'confirmed' } }] }, ask),
  },
  {
    id: 'seated',
    label: { fr: 'Qui a une place, confirmée ou retenue', en: 'Whoever has a seat, confirmed or kept' },
    access: staff,
    choices: seasons({ fr: 'Avec une place', en: 'With a seat' }),
    people: (app, { of: season, ...ask }) =>
      peopleOf(app, SEATS, { and: [of(season), { state: { in: ['held', 'confirmed'] } }] }, ask),
  },
  {
    id: 'applicants',
    label: { fr: 'Candidats', en: 'Applicants' },
    access: handlesApplications,
    choices: async () => [
      {
        value: 'decision',
        label: { fr: 'Candidats en attente d’une décision', en: 'Applicants awaiting a decision' },
      },
      { value: 'line', label: { fr: 'Candidats en liste d’attente', en: 'Applicants on the waiting list' } },
      { value: 'fee', label: { fr: 'Acceptés, cotisation attendue', en: 'Accepted, fee awaited' } },
    ],
    // Files of seasons that are over or closed stay as they were: nobody waits there any more.
    people: async (app, { of: which, ...ask }) => {
      const today = todayOf(app)
      const running = (await allSeasons(app)).filter((s) => s.state !== 'closed' && !isOverOn(s, today))
      const where: Where = {
        and: [
          { state: { in: [...(WAITING[which] ?? [])] } },
          { season: { in: running.map((season) => season.id) } },
        ],
      }
      return peopleOf(app, APPLICATIONS, where, ask)
    },
  },
]

/** Heard by whoever writes letters, where there is somebody. */
export const letterAudiences = async (_app: App, known: Audience[]): Promise<Result<Audience[]>> =>
  ok([...known, ...audiences])
