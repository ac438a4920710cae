import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import type { Page } from '@/payload-types'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootApp } from '@/tests/support/app'
import { serve, type TestServer } from '@/tests/support/http'
import { accepted, openSeason } from './support'

let app: App
let server: TestServer

beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
})
afterAll(() => server.stop())

const pageWith = async (fields: object) => {
  const slug = `places-${newId().slice(-12)}`
  const root = {
    type: 'root',
    children: [{ type: 'block', version: 2, fields: { id: 'b', blockType: 'season-counter', ...fields } }],
  }
  await app.payload.create({
    collection: 'pages',
    locale: 'fr',
    data: {
      title: 'Les places',
      slug,
      menu: 'none',
      _status: 'published',
      content: { root } as unknown as Page['content'],
    },
  })
  return `/${slug}`
}
const read = async (path: string) => (await server.as().get(path)).text()
const label = (html: string) => /aria-label="(Saison d’essai[^"]*)"/.exec(html)?.[1]

describe('the counter of seats in a page', () => {
  it('shows the season and the sentence, and follows each seat', async () => {
    await openSeason(app, 4)
    const path = await pageWith({ sentence: 'Il en reste <peu>.' })
    const before = await read(path)
    expect(before).toContain('Il en reste &lt;peu&gt;.')
    expect(label(before)).toMatch(/0 .*4/)
    expect(await read(path)).toBe(before)
    await accepted(app)
    const after = await read(path)
    expect(label(after)).not.toBe(label(before))
    expect(label(after)).toMatch(/1/)
  })

  it('takes no sentence longer than a sentence', async () => {
    await expect(pageWith({ sentence: 'a'.repeat(201) })).rejects.toThrow()
  })
})

describe('the season on the dashboard of the admin', () => {
  it('is a card of this plugin, for whom the admin is open', async () => {
    const season = await openSeason(app, 4)
    const made = await makePerson(app, { grants: [{ role: 'staff', area: 'content' }] })
    const { person } = await asVisitor(app, made.id)
    const cards = unwrap(await app.call('widgets.render', { place: 'staff', who: person, lang: 'fr' }))
    const card = cards.find((c) => c.module === 'capped-membership')
    expect(card?.html).toContain(`/admin/collections/seasons/${season.id}`)
    expect(card?.html).toContain('Saison d’essai')
  })
})
