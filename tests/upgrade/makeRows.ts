import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createMember } from '@/collections/members/service'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { makeCommunity } from './rows/community'
import { makeMembership } from './rows/membership'
import { makeOffice } from './rows/office'
import { makeLedger, makePeople } from './rows/people'

/** What no verb of the house leaves in a database that stands still, and why. */
export const WITHOUT_ROWS: Readonly<Record<string, string>> = {
  leases: 'who is at work, in processes that are gone',
  'rate-limits': 'how often somebody asked within the last minutes',
  'payload-kv': 'a cache of Payload’s',
  'payload-locked-documents': 'who is editing what',
  'payload-migrations': 'written with the fixture: the schema that the rows came from',
}

/**
 * Rows of every collection there is, made by the house's own verbs: what an upgrade must carry over. The last fact stays
 * in its row: who upgrades may have been stopped at any moment.
 */
export async function makeRows(app: App): Promise<void> {
  const media = mkdtempSync(path.join(tmpdir(), 'compagnon-upgrade-media-'))
  const { upload } = app.payload.collections.media.config
  const before = upload.staticDir
  upload.staticDir = media
  try {
    const people = await makePeople(app)
    await makeMembership(app, people)
    await makeCommunity(app, people)
    await makeOffice(app, people)
    await makeLedger(app, people)
    unwrap(await createMember(app, { email: 'cleo@example.org', name: 'Cléo' }))
  } finally {
    upload.staticDir = before
    rmSync(media, { recursive: true, force: true })
  }
}

/** The collections and settings that have no row, and no reason for it. */
export async function leftEmpty({ payload }: App): Promise<string[]> {
  const empty: string[] = []
  for (const { slug } of payload.config.collections) {
    const { totalDocs } = await payload.db.count({ collection: slug })
    if (totalDocs === 0 && !(slug in WITHOUT_ROWS)) empty.push(slug)
  }
  for (const { slug } of payload.config.globals) {
    const saved = (await payload.db.findGlobal({ slug })) as { createdAt?: unknown } | null
    if (!saved?.createdAt) empty.push(slug)
  }
  return empty
}
