import { afterEach, expect, it } from 'vitest'
import { type Door, openDoor } from './door'
import { StartRefused } from './startRefused'

const here = { port: 0, host: '127.0.0.1' }
const doors: Door[] = []
const opened = async (at = here) => {
  const door = await openDoor(at)
  doors.push(door)
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${door.port}${path}`, { headers })
  return { door, ask }
}
afterEach(() => Promise.all(doors.splice(0).map((door) => door.close())))

it('refuses a port that is taken, in a sentence that names it', async () => {
  const { door } = await opened()
  const second = openDoor({ ...here, port: door.port })
  await expect(second).rejects.toBeInstanceOf(StartRefused)
  await expect(second).rejects.toThrow(new RegExp(`PORT=${door.port} .*taken`, 's'))
})

it('refuses an address that is not of this machine', async () => {
  await expect(openDoor({ port: 0, host: '192.0.2.1' })).rejects.toBeInstanceOf(StartRefused)
})

it('lives at once, and is not ready: it says what is under way', async () => {
  const { door, ask } = await opened()
  expect((await ask('/healthz')).status).toBe(200)
  const first = await ask('/readyz')
  expect([first.status, await first.json()]).toEqual([503, { ok: false, starting: 'opening' }])
  door.during('demo')
  expect(await (await ask('/readyz')).json()).toEqual({ ok: false, starting: 'demo' })
})

it('asks visitors to wait, in their language, and comes back by itself', async () => {
  const { door, ask } = await opened()
  door.during('migrating')
  const asked = async (headers: Record<string, string>) => {
    const answer = await ask('/compte?x=1', { accept: 'text/html', ...headers })
    return { answer, html: await answer.text() }
  }
  const fr = await asked({ 'accept-language': 'fr-FR' })
  expect(fr.answer.status).toBe(503)
  expect(fr.answer.headers.get('retry-after')).toBe('5')
  expect(fr.answer.headers.get('cache-control')).toBe('no-store')
  expect(fr.answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(fr.html).toContain('<html lang="fr">')
  expect(fr.html).toContain('La base de données est mise à jour.')
  expect((await asked({ 'accept-language': 'en' })).html).toContain('being brought up to date')
  expect((await asked({ 'accept-language': 'en', cookie: 'a=1; langue=fr' })).html).toContain('lang="fr"')
})

it('tells programs the same without a page', async () => {
  const { ask } = await opened()
  const answer = await ask('/api/members', { accept: 'application/json', 'accept-language': 'en' })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('5')
  expect(await answer.json()).toEqual({ errors: [{ message: 'The program is starting.' }] })
})

it('once open, hands every request over', async () => {
  const { door, ask } = await opened()
  door.open((req, res) => void res.end(`open ${req.url}`))
  expect(await (await ask('/readyz')).text()).toBe('open /readyz')
})

it('closed, it answers what is under way and is not held up by who asks again and again', async () => {
  const { door, ask } = await opened()
  door.open((req, res) => void setTimeout(() => res.end('answered'), req.url === '/slow' ? 600 : 0))
  // Each over a connection of its own, the second kept alive by asking.
  const slow = ask('/slow').then((answer) => answer.text())
  let answered = 0
  const asking = (async () => {
    for (; ; answered += 1) await (await ask('/quick')).text()
  })().catch((error: unknown) => error)
  await expect.poll(() => answered).toBeGreaterThan(3)
  const since = Date.now()
  await door.close()
  expect(await slow).toBe('answered')
  expect(Date.now() - since).toBeLessThan(2_000)
  expect(await asking).toMatchObject({ message: 'fetch failed' })
  await expect(ask('/quick')).rejects.toThrow('fetch failed')
})
