import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { bootApp } from '@/tests/support/app'
import { type Browser, serve, type TestServer } from '@/tests/support/http'
import { moderateReplyRow, moderateTopicRow } from '../service/moderate'
import { openTopic } from '../service/openTopic'
import { postReply } from '../service/postReply'
import { MODERATOR, makeCategory, someone } from './support'

type Someone = Awaited<ReturnType<typeof someone>>
let app: App
let server: TestServer
let category: { id: string; slug: string }
let marie: Someone
let paul: Someone
let moderator: Someone
let topic: string
let answer: string
const as = (who?: Someone): Browser => server.as(who?.token)
const html = async (answered: Promise<Response>) => (await answered).text()

beforeAll(async () => {
  app = (await bootApp()).app
  server = await serve(app)
  category = await makeCategory(app, 'Le métier')
  marie = await someone(app, 'active', [], 'Marie Forum')
  paul = await someone(app, 'grace', [], 'Paul Forum')
  moderator = await someone(app, 'prospect', [MODERATOR], 'Odile Permanente')
  const form = { key: newId(), category: category.id, title: 'Où travailler ?', text: 'Chez **vous** ?' }
  topic = unwrap(await openTopic(app, marie.person, form)).id
  answer = unwrap(await postReply(app, paul.person, { key: newId(), topic, text: 'Au *café*.' })).id
})
afterAll(() => server.stop())

const paths = () => [
  '/forum',
  `/forum/${category.slug}`,
  `/forum/${category.slug}/nouveau`,
  `/forum/sujet/${topic}`,
  `/forum/message/${answer}`,
  `/forum/sujet/${topic}/modifier`,
  `/forum/message/${answer}/modifier`,
  `/forum/sujet/${topic}/moderer`,
  `/forum/message/${answer}/moderer`,
]

it('the first page leads to the last topic of a category', async () => {
  const page = await html(as(marie).get('/forum'))
  const card = page.slice(page.indexOf(`href="/forum/${category.slug}"`))
  expect(card.slice(0, card.indexOf('</article>') + 1 || card.indexOf('</li>'))).toContain(
    'href="/forum/sujet/',
  )
})

describe('who gets in', () => {
  it('leads anonymous visitors to sign in, for writing too', async () => {
    for (const path of paths()) {
      const answered = await as().get(path)
      expect([path, answered.status, answered.headers.get('location')?.startsWith('/connexion')]).toEqual([
        path,
        303,
        true,
      ])
    }
    for (const path of [`/forum/sujet/${topic}`, `/forum/message/${answer}/retablir`])
      expect((await as().post(path, { texte: 'x' })).headers.get('location')).toMatch(/^\/connexion/)
  })

  it.each(['applicant', 'accepted', 'lapsed'] as const)('refuses somebody %s', async (standing) => {
    const them = await someone(app, standing)
    for (const path of paths()) expect([path, (await as(them).get(path)).status]).toEqual([path, 403])
    expect((await as(them).post(`/forum/sujet/${topic}`, { texte: 'x' })).status).toBe(403)
  })

  it('keeps moderation from members and other staff', async () => {
    const other = await someone(app, 'prospect', [{ role: 'staff', area: 'content' }])
    for (const who of [marie, other])
      for (const path of [`/forum/sujet/${topic}/moderer`, `/forum/message/${answer}/moderer`]) {
        expect((await as(who).get(path)).status).toBe(403)
        expect((await as(who).post(path, { acte: 'hide', motif: 'Parce que' })).status).toBe(403)
      }
    for (const path of [`/forum/sujet/${topic}/retablir`, `/forum/message/${answer}/retablir`])
      expect((await as(marie).post(path)).status).toBe(403)
  })

  it("shows no form for another's words", async () => {
    expect((await as(paul).get(`/forum/sujet/${topic}/modifier`)).status).toBe(403)
    expect(
      (await as(moderator).post(`/forum/message/${answer}/modifier`, { rev: '1', texte: 'x' })).status,
    ).not.toBe(303)
  })

  it('closes REST to members, and all writing to everybody', async () => {
    for (const collection of ['forum-topics', 'forum-replies', 'forum-categories'])
      for (const who of [undefined, marie]) expect((await as(who).get(`/api/${collection}`)).status).toBe(403)
    expect((await as(moderator).get('/api/forum-topics')).status).toBe(200)
    for (const collection of ['forum-topics', 'forum-replies'])
      expect((await as(moderator).send('POST', `/api/${collection}`, { title: 'x' })).status).toBe(403)
    expect((await as(moderator).send('DELETE', `/api/forum-topics/${topic}`)).status).toBe(403)
  })
})

describe('the pages', () => {
  it('show categories, topics and messages', async () => {
    const home = await html(as(marie).get('/forum'))
    expect(home).toContain('Le métier')
    const list = await html(as(marie).get(`/forum/${category.slug}`))
    expect(list).toContain('Où travailler')
    expect(list).toContain('Marie Forum')
    const page = await html(as(paul).get(`/forum/sujet/${topic}`))
    expect(page).toContain('<strong>vous</strong>')
    expect(page).toContain(`id="m-${answer}"`)
    expect(page).toContain(`/forum/message/${answer}/modifier`)
    expect(page).not.toContain(`/forum/sujet/${topic}/modifier`)
    expect(page).not.toContain('/moderer')
  })

  it('lead a permalink to its place', async () => {
    const answered = await as(marie).get(`/forum/message/${answer}`)
    expect(answered.headers.get('location')).toBe(`/forum/sujet/${topic}#m-${answer}`)
  })

  it('take a topic and a reply, once each', async () => {
    const key = newId()
    const form = { cle: key, titre: 'Un sujet de page', texte: '- un\n- deux' }
    const sent = await Promise.all([1, 2].map(() => as(marie).post(`/forum/${category.slug}/nouveau`, form)))
    const places = sent.map((s) => s.headers.get('location'))
    expect(sent.map((s) => s.status)).toEqual([303, 303])
    expect(places[0]).toMatch(/^\/forum\/sujet\//)
    expect(places[1]).toBe(places[0])
    const reply = { cle: newId(), texte: 'Merci !' }
    const replied = await Promise.all([1, 2].map(() => as(paul).post(places[0] as string, reply)))
    expect(replied[0]?.headers.get('location')).toBe(replied[1]?.headers.get('location'))
    const page = await html(as(paul).get(places[0] as string))
    expect(page).toContain('<li>un</li>')
    expect(page.match(/Merci/g)).toHaveLength(1)
  })

  it('give a refused form back with what was typed, its error and a new key', async () => {
    const key = newId()
    const answered = await as(marie).post(`/forum/${category.slug}/nouveau`, {
      cle: key,
      titre: 'x',
      texte: 'Gardez-moi',
    })
    const page = await answered.text()
    expect(answered.status).toBe(422)
    expect(page).toContain('Gardez-moi')
    expect(page).toContain('au moins 3 caractères')
    expect(page).not.toContain(key)
    const empty = await as(marie).post(`/forum/sujet/${topic}`, { cle: newId(), texte: '  ' })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Écrivez quelques mots')
  })

  it('let people edit their own, and say so', async () => {
    const own = unwrap(await postReply(app, marie.person, { key: newId(), topic, text: 'Avant **gras**' })).id
    const path = `/forum/message/${own}/modifier`
    expect(await html(as(marie).get(path))).toContain('Avant **gras**')
    expect((await as(marie).post(path, { rev: '1', texte: 'Après' })).status).toBe(303)
    const page = await html(as(paul).get(`/forum/sujet/${topic}`))
    expect(page).toContain('Après')
    expect(page).toContain('modifié')
    const late = await as(marie).post(path, { rev: '1', texte: 'Trop tard' })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('a changé entre-temps')
  })

  it('hide a message from all but its author and moderators, and undo it', async () => {
    const own = unwrap(
      await postReply(app, paul.person, { key: newId(), topic, text: 'Un secret malvenu' }),
    ).id
    const hide = `/forum/message/${own}/moderer`
    expect((await as(moderator).post(hide, { acte: 'hide', motif: '' })).status).toBe(422)
    expect((await as(moderator).post(hide, { acte: 'hide', motif: 'Vie privée' })).status).toBe(303)
    const seen = async (who: Someone) => html(as(who).get(`/forum/sujet/${topic}`))
    expect(await seen(marie)).not.toContain('secret malvenu')
    expect(await seen(marie)).not.toContain('Vie privée')
    expect(await seen(marie)).toContain(`id="m-${own}"`)
    for (const who of [paul, moderator]) {
      expect(await seen(who)).toContain('secret malvenu')
      expect(await seen(who)).toContain('Vie privée')
    }
    expect((await as(moderator).post(`/forum/message/${own}/retablir`)).status).toBe(303)
    expect(await seen(marie)).toContain('secret malvenu')
  })

  it('hide a topic likewise, its replies with it', async () => {
    const form = { key: newId(), category: category.id, title: 'Un sujet malvenu', text: 'x' }
    const own = unwrap(await openTopic(app, paul.person, form)).id
    unwrap(await moderateTopicRow(app, moderator.person, own, { act: 'hide', reason: 'Hors de propos' }))
    const status = async (who: Someone) => (await as(who).get(`/forum/sujet/${own}`)).status
    expect([await status(marie), await status(paul), await status(moderator)]).toEqual([404, 200, 200])
    expect((await as(marie).post(`/forum/sujet/${own}`, { texte: 'x' })).status).toBe(404)
    expect(await html(as(marie).get(`/forum/${category.slug}`))).not.toContain('Un sujet malvenu')
  })

  it('moderate a topic: close, pin, move', async () => {
    const form = { key: newId(), category: category.id, title: 'À ranger', text: 'x' }
    const own = unwrap(await openTopic(app, paul.person, form)).id
    const path = `/forum/sujet/${own}/moderer`
    const other = await makeCategory(app, 'Les outils')
    const acts: Record<string, string>[] = [
      { acte: 'lock' },
      { acte: 'pin' },
      { acte: 'move', rubrique: other.id },
    ]
    for (const fields of acts) expect((await as(moderator).post(path, fields)).status).toBe(303)
    const page = await html(as(marie).get(`/forum/sujet/${own}`))
    expect(page).toContain('Ce sujet est fermé')
    expect(page).not.toContain('name="texte"')
    expect(await html(as(marie).get(`/forum/${other.slug}`))).toContain('À ranger')
  })

  it('answer 404 to what is not there', async () => {
    const paths = [
      '/forum/rien',
      '/forum/rien/nouveau',
      '/forum/sujet/rien',
      `/forum/sujet/${newId()}`,
      '/forum/message/rien',
      `/forum/sujet/${topic}?page=99`,
    ]
    for (const path of paths) expect([path, (await as(marie).get(path)).status]).toEqual([path, 404])
  })

  it('escape what members write, wherever it shows', async () => {
    const evil = '<img src=x onerror=alert(1)>'
    const form = {
      key: newId(),
      category: category.id,
      title: evil,
      text: `${evil} [a](javascript:alert(1))`,
    }
    const own = unwrap(await openTopic(app, paul.person, form)).id
    unwrap(await postReply(app, paul.person, { key: newId(), topic: own, text: evil }))
    const hidden = unwrap(await postReply(app, paul.person, { key: newId(), topic: own, text: 'x' })).id
    unwrap(await moderateReplyRow(app, moderator.person, hidden, { act: 'hide', reason: evil }))
    for (const path of [
      '/forum',
      `/forum/${category.slug}?q=${encodeURIComponent(evil)}`,
      `/forum/sujet/${own}`,
      `/forum/sujet/${own}/moderer`,
    ]) {
      const page = await html(as(moderator).get(path))
      expect(page).not.toContain('<img src=x')
      expect(page).not.toContain('href="javascript:')
    }
  })
})
