import { openMemberAccount } from '@/collections/ts/service/openMemberAccount'
import { openPool } from '@/collections/ts/service/openPool'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import { type App, insertOnce } from '@/hooks'
import { SEASONS } from '@/plugins/capped-membership/contract'
import { todayOf } from '@/plugins/capped-membership/service/readCounter'
import type { Verbs } from '../protocol'

/** A season with its seats (the only open one), the pool, and some members who are there before the first story. */
export async function prepare(
  app: App,
  { cap, founders: wanted }: Verbs['prepare']['input'],
): Promise<Verbs['prepare']['output']> {
  const open = { state: { equals: 'open' } }
  await app.payload.update({ collection: SEASONS, where: open, data: { state: 'closed' } })
  const slug = `chaos-${newId()}`
  const season = await app.payload.create({
    collection: SEASONS,
    data: {
      name: slug,
      slug,
      titleFr: 'Saison d’épreuve',
      titleEn: 'Season of trials',
      cap,
      feeCents: 500,
      opensOn: todayOf(app),
      state: 'open',
    },
  })
  unwrap(await openPool(app))
  const founders: string[] = []
  for (let n = 0; n < wanted; n++) founders.push(await makeMember(app))
  return { season: String(season.id), founders }
}

/** An active member's rows, without the quarter of a second that a password costs. */
export async function makeMember(app: App): Promise<string> {
  const id = newId()
  const since = app.clock.now().toISOString()
  await insertOnce(app, 'standings', { person: id, standing: 'active', since, rev: 1 })
  await insertOnce(app, 'profiles', { person: id, name: 'Fabien Fictif', slug: id, listed: true })
  await insertOnce(app, 'members', { id, email: `f-${id}@chaos.example`, lang: 'fr' })
  unwrap(await openMemberAccount(app, id))
  return id
}
