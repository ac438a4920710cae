import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { SEASONS } from '../contract'
import { occupantKey } from '../domain/keys'
import {
  acceptApplication,
  planInterview,
  recordInterview,
  recordPayment,
  submitApplication,
} from '../service'
import { emptySeat } from '../service/freeSeat'
import { todayOf } from '../service/readCounter'
import {
  type ApplicationRow,
  allSeasons,
  findApplication,
  findSeason,
  findSeatOf,
  type SeasonRow,
} from '../service/rows'

/** The same program at another hour; only the verbs called with it see that hour. */
export const at = (app: App, now: Date | number): App => ({ ...app, clock: { now: () => new Date(now) } })

/** The only open season, with seats of its own; those of other tests are closed. */
export async function openSeason(app: App, cap: number, more: Partial<SeasonRow> = {}): Promise<SeasonRow> {
  for (const season of await allSeasons(app))
    if (season.state === 'open')
      await app.payload.update({ collection: SEASONS, id: season.id, data: { state: 'closed' } })
  const slug = `s-${newId()}`
  const made = await app.payload.create({
    collection: SEASONS,
    data: {
      name: slug,
      slug,
      titleFr: 'Saison d’essai',
      titleEn: 'Test season',
      cap,
      feeCents: 500,
      opensOn: todayOf(app),
      state: 'open',
      ...more,
    },
  })
  const season = await findSeason(app, String(made.id))
  if (!season) throw new Error('the season just made is not there')
  return season
}

export const newApplication = (more: Partial<Parameters<typeof submitApplication>[1]> = {}) => ({
  name: 'Éléonore Œuvrard',
  email: `a-${newId()}@test.example`,
  activity: 'Traductrice du japonais, à Rennes',
  skills: 'Traduction\nRelecture',
  motives: 'Rompre l’isolement.',
  charter: true,
  privacy: true,
  lang: 'fr' as const,
  ...more,
})

export async function fileOf(app: App, id: string): Promise<ApplicationRow> {
  const row = await findApplication(app, id)
  if (!row) throw new Error(`no application ${id}`)
  return row
}

/** Somebody who has applied; account and mail are made. */
export async function applied(app: App): Promise<ApplicationRow> {
  const { application } = unwrap(await submitApplication(app, newApplication()))
  await drain(app)
  return fileOf(app, String(application))
}

export async function interviewed(app: App): Promise<ApplicationRow> {
  const { id } = await applied(app)
  const tomorrow = new Date(app.clock.now().getTime() + 86_400_000)
  unwrap(await planInterview(app, { application: id, at: tomorrow, place: 'Au local', by: 'system' }))
  unwrap(await recordInterview(app, { application: id, report: 'Une belle rencontre.', by: 'system' }))
  return fileOf(app, id)
}

/** Somebody who may pay, with a seat held. */
export async function accepted(app: App): Promise<ApplicationRow & { person: string }> {
  const { id } = await interviewed(app)
  unwrap(await acceptApplication(app, { application: id, by: 'system' }))
  await drain(app)
  const row = await fileOf(app, id)
  return { ...row, person: String(row.person) }
}

export const fee = (app: App, application: string) => ({
  application,
  cents: 500,
  method: 'cash',
  receivedOn: todayOf(app),
  by: 'system' as const,
})

export const pay = (app: App, application: string) => recordPayment(app, fee(app, application))

/** Their seat is taken from them whatever comes, as no verb does. */
export async function loses(app: App, season: string, person: string): Promise<void> {
  const seat = await findSeatOf(app, occupantKey(season, person))
  if (!seat || !(await emptySeat(app, seat, 'staff'))) throw new Error('no seat to lose')
}
