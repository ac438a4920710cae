import { type GlobalSlug, type Payload, ValidationError } from 'payload'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { appIfRunning, setApp } from '../app'
import type { Plugin } from '../module'
import { errorLine } from '../runtime/errorLine'
import { faultsOf } from '../runtime/index'
import { bootPayload, eventually, makeApp, stopAll } from '../runtime/tests/support'
import { FORGET, secretField, secretsAmong } from '../secretField'
import { withoutSecrets } from '../secrets'
import { settingsOf } from '../settings'

/*
 * A secret saved by staff in one process is hidden in every process from the moment it can be used there. Processes are
 * played by what they know: `asNewProcess` begins one that knows nothing.
 */
const asNewProcess = () => delete (globalThis as Record<symbol, unknown>)[Symbol.for('compagnon.secrets')]

let starts: (payload: Payload) => Promise<void> = async () => undefined
const plugin: Plugin = {
  id: 'telegraph',
  version: '1.0.0',
  title: { fr: 'Télégraphe', en: 'Telegraph' },
  description: { fr: 'Télégraphe.', en: 'Telegraph.' },
  start: ({ payload }) => starts(payload),
  settings: [
    { name: 'station', type: 'text' },
    { type: 'row', fields: [secretField({ name: 'password', minLength: 12 })] },
    secretField({ name: 'apiKey' }),
  ],
}
const slug = 'telegraph-settings' as GlobalSlug

let payload: Payload
let n = 0
/** A key that no test has used before. */
const newKey = () => `sk_live_${String(++n).padStart(4, '0')}`
const save = (data: object, more: object = {}) => payload.updateGlobal({ slug, data: data as never, ...more })
const isHidden = (key: string) => errorLine(new Error(`401 for ?key=${key}`)) === 'Error: 401 for ?key=•••'

let before: ReturnType<typeof appIfRunning>
beforeAll(async () => {
  payload = await bootPayload('secrets', [], [plugin])
})
beforeEach(() => {
  before = appIfRunning()
  asNewProcess()
  starts = async () => undefined
})
afterEach(async () => {
  await stopAll()
  setApp(before ?? undefined)
  asNewProcess()
})

it('is known where it is saved, before it is written', async () => {
  const key = newKey()
  await save({ apiKey: ` ${key} ` })
  expect(isHidden(key)).toBe(true)
  // Also one that never came to be written.
  const lost = newKey()
  const { updateGlobal } = payload.db
  payload.db.updateGlobal = () => Promise.reject(new Error(`disk full: ${lost}`))
  try {
    await expect(save({ apiKey: lost })).rejects.toThrow('disk full')
  } finally {
    payload.db.updateGlobal = updateGlobal
  }
  expect(isHidden(lost)).toBe(true)
})

it('is known at start, before any plugin can fail', async () => {
  const key = newKey()
  await save({ apiKey: key })
  asNewProcess()
  let knownThen = false
  starts = async () => {
    knownThen = isHidden(key)
    // As what it talks to may repeat it: nobody here has read it.
    throw new Error('refused', { cause: new Error(`bad key ${key}`) })
  }
  const { app, lines } = await makeApp({ payload, modules: [plugin] })
  await app.start()
  expect(knownThen).toBe(true)
  const line = lines.find((l) => l.message === 'a fault of a module')
  const { cause } = (line?.data.err ?? {}) as Error
  expect(withoutSecrets(String(cause))).toBe('Error: bad key •••')
})

it('is known to a plugin that reads its settings past settingsOf', async () => {
  const key = newKey()
  await save({ apiKey: key })
  asNewProcess()
  starts = async (p) => {
    const row = (await p.db.findGlobal({ slug })) as { apiKey?: string }
    throw new Error(`cannot sign in as ${row.apiKey}`)
  }
  const { app } = await makeApp({ payload, modules: [plugin] })
  await app.plugins.start()
  await app.drain()
  const messages = (await faultsOf(app, 'telegraph')).map((f) => f.message)
  expect(messages).toContain('Error: cannot sign in as •••')
  expect(JSON.stringify(messages)).not.toContain(key)
})

it('saved in one process, is known in the others', async () => {
  const [one, other] = await Promise.all([
    makeApp({ payload, modules: [plugin] }),
    makeApp({ payload, modules: [plugin] }),
  ])
  await one.app.start()
  await other.app.start()
  setApp(one.app)
  const key = newKey()
  await save({ apiKey: key })
  // What the other knows from now on, it knows by itself.
  asNewProcess()
  expect(isHidden(key)).toBe(false)
  await eventually(() => isHidden(key), 2_000)
})

it('is known as it is read', async () => {
  const key = newKey()
  await save({ apiKey: key })
  asNewProcess()
  const { app } = await makeApp({ payload, modules: [plugin] })
  expect(await settingsOf(app, 'telegraph' as never)).toMatchObject({ apiKey: key })
  expect(isHidden(key)).toBe(true)
})

it('replaced or taken away, stays hidden while the process lives', async () => {
  const [first, second] = [newKey(), newKey()]
  await save({ apiKey: first })
  await save({ apiKey: second })
  await save({ apiKey: FORGET })
  expect([isHidden(first), isHidden(second)]).toEqual([true, true])
})

it.each([
  ['apiKey', 'court', 8],
  ['password', 'onze-signes', 12],
])('too short, is refused beside the field (%s)', async (field, value, least) => {
  await save({ apiKey: 'kept-as-it-is', password: 'kept-as-it-was' })
  for (const [locale, said] of [
    ['fr', `au moins ${least} caractères`],
    ['en', `At least ${least} characters`],
  ] as const) {
    const failed = await save({ [field]: value }, { req: { i18n: { language: locale } } }).catch((e) => e)
    expect(failed).toBeInstanceOf(ValidationError)
    expect(failed.data.errors).toMatchObject([{ path: field, message: expect.stringContaining(said) }])
  }
  const { app } = await makeApp({ payload, modules: [plugin] })
  expect(await settingsOf(app, 'telegraph' as never)).toMatchObject({
    apiKey: 'kept-as-it-is',
    password: 'kept-as-it-was',
  })
})

it('stands where it is read from: not in a group', () => {
  const secret = secretField({ name: 'key' })
  expect(secretsAmong(plugin.settings ?? [])).toEqual(['password', 'apiKey'])
  expect(secretsAmong([{ type: 'tabs', tabs: [{ label: 'x', fields: [secret] }] }])).toEqual(['key'])
  expect(() => secretsAmong([{ name: 'smtp', type: 'group', fields: [secret] }])).toThrow(
    /inside a group \(smtp\)/,
  )
  expect(() => secretsAmong([{ type: 'tabs', tabs: [{ name: 'smtp', fields: [secret] }] }])).toThrow(/smtp/)
})
