import type { CollectionSlug, PayloadRequest, Where } from 'payload'

export type SeasonSeats = { id: string; name: string; seats: number; taken: number; held: number }

/** The collections of plugins/capped-membership, by name: without it there is no season to draw. */
const SEASONS = 'seasons' as CollectionSlug
const SEATS = 'seats' as CollectionSlug

/** The open season and its seats, as far as the asker may read them; null when there is none. */
export async function readSeason(req: PayloadRequest): Promise<SeasonSeats | null> {
  const { payload } = req
  if (!payload.collections[SEASONS] || !payload.collections[SEATS]) return null
  const asAsker = { req, overrideAccess: false } as const
  const found = await payload.find({
    collection: SEASONS,
    where: { state: { equals: 'open' } },
    sort: '-opensOn',
    limit: 1,
    depth: 0,
    pagination: false,
    ...asAsker,
  })
  const season = found.docs[0] as { id: string; name: string; cap: number } | undefined
  if (!season) return null
  const count = async (state: string) => {
    const where: Where = { and: [{ season: { equals: season.id } }, { state: { equals: state } }] }
    return (await payload.count({ collection: SEATS, where, ...asAsker })).totalDocs
  }
  const [taken, held] = await Promise.all([count('confirmed'), count('held')])
  return { id: season.id, name: season.name, seats: season.cap, taken, held }
}
