import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CollectionSlug, Where } from 'payload'
import { signIn } from '@/collections/members/service'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { memberAccount } from '@/collections/ts/service/openMemberAccount'
import { verifyLedger } from '@/collections/ts/service/verifyLedger'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime'
import { DELIVERIES } from '@/hooks/runtime/collections'
import { auditSeats } from '@/plugins/capped-membership/service'
import { type DemoAccount, demoWasCut, loadDemo } from '@/server/demo'
import { bootApp } from '../support/app'
import type { DemoReport } from './report'

type Sitter = { person: string; presentation: string; listed: boolean; portraitUrl?: string | null }
type Picture = { owner?: string; sizes?: Record<string, { filename?: string | null; url?: string | null }> }

/** Does a person's portrait, as pages ask for it, stand on the disk, in its small and its large square? */
function hangs({ person, portraitUrl }: Sitter, media: Picture[]): boolean {
  const sizes = media.find(({ owner }) => owner === person)?.sizes
  if (!portraitUrl || !sizes?.portraitSmall?.filename) return false
  return ['portraitSmall', 'portrait'].every((size) =>
    existsSync(join(process.env.MEDIA_DIR ?? '', sizes[size]?.filename ?? 'none')),
  )
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

async function cut(app: App): Promise<Partial<DemoReport>> {
  const again = await loadDemo(app, () => {
    throw new Error('cut')
  }).catch(messageOf)
  return { again: String(again), wasCut: await demoWasCut(app) }
}

async function whole(app: App): Promise<DemoReport> {
  const rows = async <T>(collection: string, where: Where = {}) => {
    const asked = { collection: collection as CollectionSlug, where, limit: 0, pagination: false }
    return (await app.payload.db.find<T & { id: string }>(asked)).docs
  }
  const states = async (collection: string, where: Where = {}) => {
    const found: Record<string, number> = {}
    for (const { state } of await rows<{ state: string }>(collection, where))
      found[state] = (found[state] ?? 0) + 1
    return found
  }
  const english = async (collection: string) => {
    const asked = { collection: collection as CollectionSlug, locale: 'en', fallbackLocale: false } as const
    const { docs } = await app.payload.find({ ...asked, limit: 50, depth: 0 })
    return docs.map((doc) => String((doc as { title?: unknown }).title ?? ''))
  }
  const tsOf = async (account: DemoAccount | undefined) => {
    const [member] = await rows<object>('members', { email: { equals: account?.email ?? '' } })
    return unwrap(await ledgerOf(app).readAccount(memberAccount(member?.id ?? ''))).balance
  }

  const said: string[] = []
  const accounts = await loadDemo(app, (line) => said.push(line), 'en')
  await drain(app)
  const signedIn: string[] = []
  for (const { email, password } of accounts)
    if ((await signIn(app, { email, password, device: 'test' })).ok) signedIn.push(email)
  const profiles = await rows<Sitter>('profiles')
  const listed = profiles.filter((p) => p.listed)
  const media = await rows<Picture>('media')
  const topics = await rows<{ locked: boolean; hidden: boolean }>('forum-topics')
  const replies = await rows<{ hidden: boolean }>('forum-replies')
  const counted = ['exchanges', 'missions', 'loges', 'renewals', 'waiting-list'] as const
  const ofSeasons = ['applications', 'seats', 'memberships'] as const
  const [next] = await rows<{ renews?: string | null }>('seasons', { renews: { exists: true } })
  const season = String(next?.renews)
  const [workshop] = await rows<object>('seasons', { id: { not_in: [season, next?.id] } })
  const seasonStates = async (id: string) =>
    Object.fromEntries(
      await Promise.all(ofSeasons.map(async (c) => [c, await states(c, { season: { equals: id } })])),
    )
  return {
    said,
    accounts,
    signedIn,
    newcomerTs: await tsOf(accounts.find((a) => a.role.en.includes('just joined'))),
    states: Object.fromEntries(await Promise.all(counted.map(async (c) => [c, await states(c)]))),
    season: await seasonStates(season),
    next: await seasonStates(next?.id ?? ''),
    workshop: await seasonStates(workshop?.id ?? ''),
    refunds: (await rows<{ money: string }>('departures')).map(({ money }) => money).sort(),
    standings: Object.fromEntries(
      Object.entries(
        Object.groupBy(await rows<{ standing: string }>('standings'), (row) => row.standing),
      ).map(([standing, people]) => [standing, people?.length ?? 0]),
    ),
    presented: listed.filter((p) => p.presentation.length > 120).length,
    listed: listed.length,
    portraits: profiles.filter((p) => hangs(p, media)).length,
    owing: (await rows('exchanges', { owes: { not_equals: 'none' } })).length,
    short: (await rows('exchanges', { shortAt: { exists: true } })).length,
    forum: {
      topics: topics.length,
      replies: replies.length,
      locked: topics.filter((t) => t.locked).length,
      hidden: [...topics, ...replies].filter((m) => m.hidden).length,
    },
    englishTitles: { pages: await english('pages'), posts: await english('posts') },
    ledgerFindings: (await verifyLedger(app)).findings,
    seatFindings: await auditSeats(app),
    deliveriesGivenUp: (await rows(DELIVERIES, { state: { not_equals: 'done' } })).length,
    wasCut: await demoWasCut(app),
    again: await loadDemo(app, () => undefined).then(() => 'loaded', messageOf),
  }
}

const { app, stop } = await bootApp()
const report = await (process.argv[2] === 'cut' ? cut(app) : whole(app))
process.send?.(report, async () => {
  await stop()
  process.exit(0)
})
