import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staff, staffFor } from '@/core/access'
import { newId } from '@/core/ids'
import type { PluginArea } from '@/core/person'
import { refuse, unwrap } from '@/core/result'
import { definePlugin, page, route } from '@/hooks'
import { turnOff, turnOn } from '@/hooks/runtime'
import type { RunningApp } from '@/hooks/runtime/createApp'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { bootBeside } from '@/tests/support/beside'
import { serve, type TestServer } from '@/tests/support/http'
import { staffAreas } from '../areas'
import { grantRole } from '../service'
import { giveRole } from '../service/staffActs'

const id = `letters-${newId().slice(-8)}`
const area: PluginArea = `${id}:send`
const path = `/bureau/${id}`

const letters = definePlugin({
  id,
  version: '1.0.0',
  title: { fr: 'Lettres', en: 'Letters' },
  description: { fr: 'Une lettre d’essai.', en: 'A test letter.' },
  permissions: [
    {
      id: 'send',
      label: { fr: 'envoi des lettres', en: 'sending letters' },
      description: { fr: 'Écrit et envoie.', en: 'Writes and sends.' },
    },
  ],
  routes: [
    route({
      path,
      access: staffFor(area),
      get: async () => page({ title: 'Lettres', view: 'à envoyer', layout: 'extranet' }),
    }),
  ],
})

let app: RunningApp
let leave: () => void
let server: TestServer
beforeAll(async () => {
  ;({ app, leave } = await bootBeside([letters]))
  server = await serve(app)
})
afterAll(async () => {
  await server.stop()
  leave()
})

const signedIn = async (grants: Parameters<typeof makePerson>[1] = {}) => {
  const made = await makePerson(app, { standing: 'prospect', ...grants })
  const visitor = await asVisitor(app, made.id)
  return { ...made, ...visitor, browser: server.as(visitor.token) }
}
const off = () => turnOff(app, { plugin: id, by: 'tests', withOthers: false })
const on = () => turnOn(app, { plugin: id, by: 'tests' })

describe('an area of a plugin', () => {
  it('opens its own pages and no others', async () => {
    const sender = await signedIn({ grants: [{ role: 'staff', area }] })
    expect(sender.person.grants).toEqual([{ role: 'staff', area }])
    expect((await sender.browser.get(path)).status).toBe(200)
    expect((await sender.browser.get('/bureau/ts')).status).toBe(403)
    expect((await sender.browser.send('POST', '/api/pages', { title: 'x' })).status).toBe(403)
  })

  it('is shut to everybody else', async () => {
    const others = [
      await signedIn({ grants: [{ role: 'staff', area: 'content' }] }),
      await signedIn({ grants: [{ role: 'staff', area: 'settings' }] }),
      await signedIn({ standing: 'active' }),
    ]
    for (const { browser } of others) expect((await browser.get(path)).status).toBe(403)
    expect((await server.as().get(path)).status).toBe(303)
    const chief = await signedIn({ grants: [{ role: 'administrator' }] })
    expect((await chief.browser.get(path)).status).toBe(200)
  })

  it('gives nothing while its plugin is off, not even the door of staff', async () => {
    const sender = await signedIn({ grants: [{ role: 'staff', area }] })
    expect(staff(sender.person)).toBe(true)
    unwrap(await off())
    const { person } = await asVisitor(app, sender.id)
    expect([person.grants, staff(person)]).toEqual([[], false])
    expect((await sender.browser.get(path)).status).toBe(404)
    expect((await sender.browser.get('/aujourdhui')).status).toBe(403)
    unwrap(await on())
    expect((await sender.browser.get(path)).status).toBe(200)
  })
})

describe('granting', () => {
  it.each([`${id}:read`, 'nobody:send', ':send', 'letters:'] as PluginArea[])(
    'refuses %s, which nobody declares',
    async (unknown) => {
      const { id: person } = await makePerson(app)
      const grant = { role: 'staff', area: unknown } as const
      expect(await grantRole(app, { person, grant, actor: 'test' })).toEqual(refuse('grant.area-unknown'))
      expect(await giveRole(app, { person, grant, by: 'system' })).toEqual(refuse('grant.area-unknown'))
    },
  )

  it('is done at the office by its words, and read there', async () => {
    const chief = await signedIn({ grants: [{ role: 'administrator' }] })
    const made = await makePerson(app, { name: 'Odile Postale' })
    const file = `/bureau/personnes/${made.id}`
    const form = await (await chief.browser.get(file)).text()
    expect(form).toContain(`<option value="staff:${area}">envoi des lettres</option>`)
    const sent = await chief.browser.post(`${file}/roles`, { role: `staff:${area}`, until: '' })
    expect(sent.status).toBe(303)
    expect(await (await chief.browser.get(file)).text()).toMatch(/envoi des lettres/)
    const wrong = await chief.browser.post(`${file}/roles`, { role: 'staff:nobody:send', until: '' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Ce domaine n’existe plus')
  })

  it('lists every area in both languages, and says which plugin is off', async () => {
    unwrap(await off())
    const found = staffAreas(app).find((a) => a.value === area)
    expect(found).toEqual({ value: area, label: letters.permissions?.[0]?.label, off: true })
    expect(staffAreas(app).filter((a) => !a.off).length).toBeGreaterThanOrEqual(7)
    unwrap(await on())
  })
})
