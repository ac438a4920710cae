import type { Lang } from '@/core/lang'
import type { Standing } from '@/core/person'
import type { App } from '@/hooks'
import { EVENTS } from '@/hooks/runtime/collections'
import { grantOf, grantsAt, isOver } from '../domain/grants'
import { sinceAt, standingAt } from '../domain/standing'
import { findStanding, type StandingRecord } from './changeStanding'
import type { GrantRecord } from './grantRole'
import { findProfile } from './readPeople'
import { listSignIns } from './signIn'

/** A change of standing as it was decided. */
export type StandingStep = { at: string; to: Standing; reason: string; actor: string }

/** All that staff reads of a person. */
export type PersonFile = {
  id: string
  name: string
  slug: string
  email: string
  lang: Lang
  createdAt: string
  /** The standing that holds now, and its row. */
  standing: Standing
  since: string | null
  row: StandingRecord
  /** Oldest first; the present one last. */
  steps: StandingStep[]
  /** In force, or to come. */
  grants: GrantRecord[]
  ended: GrantRecord[]
  administers: boolean
  openSignIns: number
  lastSeenAt: string | null
}

/** How far back the history of a standing is shown. */
const STEPS = 30

/** Null for an id nobody has. */
export async function readPersonFile(app: App, id: string): Promise<PersonFile | null> {
  const [member, profile, row, granted, signIns] = await Promise.all([
    app.payload.db.findOne<{ id: string; email: string; lang: Lang }>({
      collection: 'members',
      where: { id: { equals: id } },
    }),
    findProfile(app, id),
    findStanding(app, id),
    app.payload.db.find<GrantRecord>({
      collection: 'role-grants',
      where: { person: { equals: id } },
      sort: '-from',
      pagination: false,
      limit: 500,
    }),
    listSignIns(app, id),
  ])
  if (!member || !profile || !row) return null
  const now = app.clock.now()
  const known = granted.docs.filter((g) => grantOf(g.role, g.scope))
  return {
    id,
    name: String(profile.name),
    slug: String(profile.slug),
    email: member.email,
    lang: member.lang,
    createdAt: row.createdAt,
    standing: standingAt(row, now),
    since: sinceAt(row, now),
    row,
    steps: await readSteps(app, row),
    grants: known.filter((g) => !isOver(g, now)),
    ended: known.filter((g) => isOver(g, now)),
    administers: grantsAt(known, now).some((g) => g.role === 'administrator'),
    openSignIns: signIns.length,
    lastSeenAt: signIns[0]?.lastSeenAt ?? null,
  }
}

/** Every change left a fact under a key that counts with the row's `rev`; the last one is the row itself. */
async function readSteps(app: App, row: StandingRecord): Promise<StandingStep[]> {
  const first = Math.max(2, row.rev - STEPS)
  const keys = Array.from(
    { length: Math.max(0, row.rev - first) },
    (_, i) => `standing.changed:${row.person}:${first + i}`,
  )
  const { docs } = keys.length
    ? await app.payload.db.find<{ id: string; key: string; at: string; data: string | StandingStep }>({
        collection: EVENTS,
        where: { key: { in: keys } },
        pagination: false,
        limit: keys.length,
      })
    : { docs: [] }
  const before = docs.map((event) => {
    const { to, reason, actor } = typeof event.data === 'string' ? JSON.parse(event.data) : event.data
    return { at: new Date(event.at).toISOString(), to, reason, actor }
  })
  const last = {
    at: row.since ? new Date(row.since).toISOString() : '',
    to: row.standing,
    reason: row.reason ?? '',
    actor: row.actor ?? '',
  }
  return [...before.sort((a, b) => a.at.localeCompare(b.at)), ...(last.at ? [last] : [])]
}
