import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { storePortrait } from '@/collections/media/service/storePortrait'
import { openSignIn } from '@/collections/members/service/signIn'
import { NOTES } from '@/collections/ts/admin/notes'
import { POOL } from '@/collections/ts/contract'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { memberAccount } from '@/collections/ts/service/openMemberAccount'
import { openPool } from '@/collections/ts/service/openPool'
import { sealLedger } from '@/collections/ts/service/sealLedger'
import { systemClock } from '@/core/clock'
import { unwrap } from '@/core/result'
import { type App, appIfRunning, insertOnce, setApp } from '@/hooks'
import { createApp, type RunningApp } from '@/hooks/runtime/createApp'
import { accepted, openSeason, pay } from '@/plugins/capped-membership/tests/support'
import { modules } from '@/src/modules'
import { freshDatabase } from '@/tests/support/app'
import { openTarget } from '../target/open'

/** A database of its own with a little of everything in it, and a folder of uploads. */
export type World = {
  app: RunningApp
  uri: string
  media: string
  season: string
  people: string[]
  close(): Promise<void>
}

const quiet = () => undefined
export const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }

export async function openWorld(): Promise<World> {
  process.env.PAYLOAD_SECRET ??= 'a secret for tests only, long enough to pass'
  const database = freshDatabase()
  const media = mkdtempSync(join(tmpdir(), 'compagnon-backup-media-'))
  const { payload, close } = unwrap(await openTarget(database.uri, false))
  const upload = payload.collections.media.config.upload
  const before = { app: appIfRunning() ?? undefined, staticDir: upload.staticDir }
  upload.staticDir = media
  const app = createApp({
    payload,
    clock: systemClock,
    log,
    modules,
    settings: { publicUrl: 'http://127.0.0.1:3000', timeZone: 'Europe/Paris', mailConfigured: false },
  })
  setApp(app)
  const season = await openSeason(app, 12)
  unwrap(await openPool(app))
  const people = [await joinHouse(app), await joinHouse(app)]
  const world = { app, uri: database.uri, media, season: season.id, people }
  await fill(world)
  return {
    ...world,
    async close() {
      setApp(before.app)
      upload.staticDir = before.staticDir
      await close()
      database.drop()
      rmSync(media, { recursive: true, force: true })
    },
  }
}

/** Somebody with a confirmed seat. */
export async function joinHouse(app: RunningApp): Promise<string> {
  const { id, person } = await accepted(app)
  unwrap(await pay(app, id))
  await app.drain()
  return person
}

export const award = async (app: App, person: string, key: string, amount = 1) =>
  unwrap(
    await ledgerOf(app).transfer({
      actor: 'system',
      key,
      debit: POOL,
      credit: memberAccount(person),
      amount,
      code: 'award',
    }),
  )

export const picture = async (shade: number) => ({
  field: 'photo',
  name: 'photo.png',
  type: 'image/png',
  data: await sharp({
    create: { width: 400, height: 300, channels: 3, background: { r: shade, g: 90, b: 70 } },
  })
    .png()
    .toBuffer(),
})

const words = (text: string) => ({
  root: {
    type: 'root',
    format: '' as const,
    indent: 0,
    version: 1,
    direction: 'ltr' as const,
    children: [
      {
        type: 'paragraph',
        format: '' as const,
        indent: 0,
        version: 1,
        direction: 'ltr' as const,
        textFormat: 0,
        children: [{ type: 'text', text, version: 1, detail: 0, format: 0, mode: 'normal', style: '' }],
      },
    ],
  },
})

/** Texts that something on the way might spoil. */
const oddText = fc.oneof(
  fc.string({ unit: 'binary' }).map((s) => s.replaceAll('\0', '')),
  fc.constantFrom('', ' ', '👩‍🔧 Zoë ﷽', 'a\u2028b\r\nc\td', 'null', '{"a":1}', 'œ'.repeat(70_000), "'; --"),
)
const oddDate = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((d) => d.toISOString())

async function fill({ app, people }: Omit<World, 'close'>): Promise<void> {
  const [first = '', second = ''] = people
  for (let n = 0; n < 150; n++) await award(app, n % 2 ? first : second, `world:${n}`)
  await sealLedger(app, { lag: -60_000, checkpointEvery: 16, batch: 40 })
  for (let n = 0; n < 20; n++) await award(app, first, `unsealed:${n}`)

  for (let n = 0; n < 2; n++) unwrap(await storePortrait(app, await picture(40 + n), first))
  const { payload } = app
  const cover = await payload.create({
    collection: 'media',
    data: { alt: 'Un établi' } as never,
    file: { ...(await picture(200)), mimetype: 'image/png', size: 1 },
    locale: 'fr',
  })
  await payload.update({ collection: 'media', id: cover.id, data: { alt: 'A bench' }, locale: 'en' })
  for (const collection of ['pages', 'posts'] as const) {
    const page = await payload.create({
      collection,
      locale: 'fr',
      data: {
        title: 'Où ?',
        slug: `ou-${collection}`,
        content: words('Élan 👩‍🔧'),
        _status: 'published',
        ...(collection === 'posts' ? { cover: cover.id, excerpt: 'Bref' } : {}),
      } as never,
    })
    await payload.update({ collection, id: page.id, locale: 'en', data: { title: 'Where?' } as never })
    await payload.update({
      collection,
      id: page.id,
      draft: true,
      data: { title: 'Brouillon', _status: 'draft' } as never,
    })
  }
  await payload.updateGlobal({ slug: 'capped-membership-settings', data: { holdDays: 9 } })
  await payload.db.create({
    collection: 'payload-preferences',
    data: {
      key: 'posts-list',
      value: { columns: ['title', null] },
      user: { relationTo: 'members', value: first },
    },
  })
  unwrap(await openSignIn(app, first, 'test'))

  for (const [n, text] of fc.sample(oddText, { numRuns: 60, seed: 7 }).entries()) {
    const [one = null, other = null] = fc.sample(fc.option(oddText), { numRuns: 2, seed: n })
    await insertOnce(app, NOTES, { key: `odd:${n}`, text, by: 'system', about: one, at: '', erasedAt: other })
  }
  for (const [n, date] of fc.sample(oddDate, { numRuns: 30, seed: 7 }).entries())
    await insertOnce(app, 'one-time-links', {
      tokenHash: `odd:${n}`,
      purpose: 'odd',
      expiresAt: date,
      ...(n % 3 ? {} : { usedAt: n % 2 ? null : date }),
    })
  await app.drain()
}
