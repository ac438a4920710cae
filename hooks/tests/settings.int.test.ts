import { buildConfig, getPayload, type Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '@/core/person'
import { databaseAdapter } from '@/server/database'
import { freshDatabase } from '@/tests/support/app'
import type { App } from '../app'
import { withIds } from '../fields'
import { globalsOf } from '../gate'
import type { Plugin } from '../module'
import { FORGET, secretField } from '../secretField'
import { settingsOf, withDefaults } from '../settings'

const plugin: Plugin = {
  id: 'post-office',
  version: '1.0.0',
  title: { fr: 'Poste', en: 'Post' },
  description: { fr: 'Poste.', en: 'Post.' },
  settings: [
    { name: 'rounds', type: 'number', required: true, defaultValue: 3, min: 1, max: 9 },
    secretField({ name: 'apiKey', label: { fr: 'Clé', en: 'Key' } }),
    { name: 'paper', type: 'group', fields: [{ name: 'colour', type: 'text', defaultValue: 'ivoire' }] },
    { type: 'row', fields: [{ name: 'open', type: 'checkbox', defaultValue: true }] },
  ],
}
const slug = 'post-office-settings' as never
const KEY = 'sk_live_4242'

let payload: Payload
let app: App
beforeAll(async () => {
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  const config = await buildConfig({
    typescript: { autoGenerate: false },
    secret: 'a secret for tests only, long enough to pass',
    db: await databaseAdapter(freshDatabase().uri, { push: true }),
    collections: withIds([{ slug: 'things', fields: [{ name: 'a', type: 'text' }] }]),
    globals: globalsOf([plugin]),
    telemetry: false,
  })
  payload = await getPayload({ config, key: 'tests of settings' })
  app = { payload } as App
})

const read = () => settingsOf(app, 'post-office' as never) as Promise<Record<string, unknown>>
const save = (data: object) => payload.updateGlobal({ slug, data: data as never })

describe('settings of a plugin', () => {
  it('have their defaults until something is saved, and beside what was', async () => {
    expect(await read()).toEqual({ rounds: 3, apiKey: undefined, paper: { colour: 'ivoire' }, open: true })
    await save({ rounds: 5, open: false })
    expect(await read()).toMatchObject({ rounds: 5, paper: { colour: 'ivoire' }, open: false })
    expect(withDefaults(plugin.settings ?? [], { open: null })).toMatchObject({ rounds: 3, open: true })
  })

  it('are checked', async () => {
    await expect(save({ rounds: 12 })).rejects.toThrow()
    expect(await read()).toMatchObject({ rounds: 5 })
  })

  it('keep a secret that nobody is shown again, and give it up only when told', async () => {
    const answers = [await save({ apiKey: ` ${KEY} ` }), await payload.findGlobal({ slug })]
    expect(JSON.stringify(answers)).not.toContain(KEY)
    expect(await read()).toMatchObject({ apiKey: KEY })
    // The form comes back empty, or without it.
    await save({ apiKey: '', rounds: 4 })
    await save({ apiKey: null })
    await save({ rounds: 2 })
    expect(await read()).toMatchObject({ apiKey: KEY, rounds: 2 })
    await save({ apiKey: FORGET })
    expect((await read()).apiKey ?? null).toBeNull()
  })

  it('are read by staff and changed by staff for settings', async () => {
    const as = (grants: Person['grants']) => ({
      id: 'x',
      collection: 'members',
      person: { id: 'x', email: '', name: '', lang: 'fr', standing: 'active', grants },
    })
    const ask = (user: unknown) => payload.findGlobal({ slug, overrideAccess: false, user: user as never })
    const change = (user: unknown) =>
      payload.updateGlobal({ slug, data: { rounds: 6 } as never, overrideAccess: false, user: user as never })
    for (const stranger of [null, as([]), as([{ role: 'coordinator', loge: 'l' }])]) {
      await expect(ask(stranger)).rejects.toThrow()
      await expect(change(stranger)).rejects.toThrow()
    }
    const moderator = as([{ role: 'staff', area: 'moderation' }])
    expect(await ask(moderator)).toMatchObject({ rounds: 2 })
    await expect(change(moderator)).rejects.toThrow()
    expect(await change(as([{ role: 'staff', area: 'settings' }]))).toMatchObject({ rounds: 6 })
  })
})
