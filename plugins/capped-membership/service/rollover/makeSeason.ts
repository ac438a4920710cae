import type { Where } from 'payload'
import { slugify } from '@/core/text'
import { type App, compareAndSet, isDuplicate } from '@/hooks'
import { SEASONS } from '../../contract'
import type { NextSeason } from '../../domain/rollover/nextSeason'
import { provisionSeats } from '../provisionSeats'
import { allSeasons, findSeason, type SeasonRow } from '../rows'

/** The next season and its seats; made before, they are left as they are. Its id was decided with the passage. */
export async function makeSeason(
  app: App,
  { id, from, make }: { id: string; from: string; make: NextSeason },
): Promise<void> {
  if (!(await findSeason(app, id))) await create(app, id, from, make)
  // Again, should its making have been cut between the season and its seats.
  await provisionSeats(app, id)
}

async function create(app: App, id: string, from: string, make: NextSeason): Promise<void> {
  const wanted = slugify(make.name) || id
  const taken = (await allSeasons(app)).some((season) => season.slug === wanted)
  try {
    await app.payload.create({
      collection: SEASONS,
      // Whoever began the passage may set seasons: asked when it began, and at each turn.
      overrideAccess: true,
      depth: 0,
      data: {
        ...make,
        id,
        slug: taken ? `${wanted}-${id.slice(-6)}` : wanted,
        closesOn: make.closesOn || null,
        renewalOpensOn: make.renewalOpensOn || null,
        renewalClosesOn: make.renewalClosesOn || null,
        endsOn: make.endsOn || null,
        renews: from,
        state: 'open',
      },
    })
  } catch (error) {
    // Made by another process that ran the same step.
    if (!isDuplicate(error) || !(await findSeason(app, id))) throw error
  }
}

/** A season that follows is open, so that its members may renew on its days; one in preparation is opened. */
export async function openNext(app: App, id: string): Promise<void> {
  await change(app, { and: [{ id: { equals: id } }, { state: { equals: 'draft' } }] }, { state: 'open' })
}

/** The end of the season before, where it had none; nobody joins it any more from then on. */
export async function setEnd(app: App, season: SeasonRow, endsOn: string): Promise<void> {
  const closesOn = season.closesOn && season.closesOn < endsOn ? season.closesOn : endsOn
  // One that was set meanwhile, in the admin, stands.
  const endless: Where = { or: [{ endsOn: { exists: false } }, { endsOn: { equals: '' } }] }
  await change(app, { and: [{ id: { equals: season.id } }, endless] }, { endsOn, closesOn })
}

async function change(app: App, where: Where, data: Partial<SeasonRow>): Promise<void> {
  if (await compareAndSet(app, SEASONS, where, data)) await app.touch('season')
}
