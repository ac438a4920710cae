import { beforeAll, describe, expect, it } from 'vitest'
import { plainText } from '@/collections/richtext'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { unwrap } from '@/core/result'
import { type App, compareAndSet } from '@/hooks'
import { bootApp } from '@/tests/support/app'
import { forumModule } from '..'
import { editReply, editTopic } from '../service/editMessage'
import { findReply, findTopic } from '../service/findMessage'
import { followLastMessage } from '../service/followLastMessage'
import { moderateReplyRow, moderateTopicRow } from '../service/moderate'
import { openTopic } from '../service/openTopic'
import { postReply } from '../service/postReply'
import { readCategories, readLatestTopics, readReplies, readTopics, replyHref } from '../service/readForum'
import { recountReplies } from '../service/recountReplies'
import type { ReplyRow, TopicRow } from '../service/rows'
import { MODERATOR, makeCategory, someone, unfit } from './support'

let app: App
let category: { id: string; slug: string }
let marie: Person
let paul: Person
let moderator: Person
let contentStaff: Person
beforeAll(async () => {
  app = (await bootApp()).app
  category = await makeCategory(app)
  marie = (await someone(app)).person
  paul = (await someone(app, 'grace')).person
  moderator = (await someone(app, 'prospect', [MODERATOR])).person
  contentStaff = (await someone(app, 'prospect', [{ role: 'staff', area: 'content' }])).person
})

const open = async (who: Person = marie, more: Partial<{ title: string; text: string; key: string }> = {}) =>
  unwrap(
    await openTopic(app, who, {
      key: newId(),
      category: category.id,
      title: 'Une question',
      text: 'Bonjour',
      ...more,
    }),
  ).id
const reply = (who: Person, topic: string, text = 'Une réponse', key = newId()) =>
  postReply(app, who, { key, topic, text })
const topicRow = async (id: string) => (await findTopic(app, id)) as TopicRow
const replyRow = async (id: string) => (await findReply(app, id)) as ReplyRow
const factsOf = (row: { facts?: string | null }) =>
  JSON.parse(row.facts ?? '[]') as { name: string; data: object }[]

describe('writing', () => {
  it('opens a topic with its fact, and answers it', async () => {
    const id = await open(marie, { title: '  Télétravail\nà deux ', text: 'Qui a **essayé** ?' })
    const topic = await topicRow(id)
    expect(topic).toMatchObject({
      title: 'Télétravail à deux',
      author: marie.id,
      replyCount: 0,
      category: category.id,
    })
    expect(plainText(topic.content)).toBe('Qui a essayé ?')
    expect(factsOf(topic)).toMatchObject([
      { name: 'forum.topic-opened', data: { topic: id, author: marie.id } },
    ])
    const answered = unwrap(await reply(paul, id))
    expect(await topicRow(id)).toMatchObject({ replyCount: 1, lastPostBy: paul.id })
    expect(factsOf(await replyRow(answered.id))).toMatchObject([
      { name: 'forum.replied', data: { topic: id, reply: answered.id, author: paul.id } },
    ])
  })

  it('counts 50 replies sent at once as 50', async () => {
    const id = await open()
    await Promise.all(Array.from({ length: 50 }, (_, i) => reply(i % 2 ? marie : paul, id, `Réponse ${i}`)))
    expect((await topicRow(id)).replyCount).toBe(50)
    const pages = await Promise.all([1, 2, 3, 4].map((page) => readReplies(app, id, page)))
    expect(pages.map((p) => p.length)).toEqual([20, 20, 10, 0])
    expect(new Set(pages.flat().map((r) => r.id)).size).toBe(50)
  })

  it('takes a form sent twice, or ten times at once, for one', async () => {
    const key = newId()
    const [first, second] = [await open(marie, { key }), await open(marie, { key })]
    expect(second).toBe(first)
    const again = newId()
    const sent = await Promise.all(Array.from({ length: 10 }, () => reply(paul, first, 'Une fois', again)))
    expect(new Set(sent.map((r) => unwrap(r).id)).size).toBe(1)
    expect(await topicRow(first)).toMatchObject({ replyCount: 1, title: 'Une question' })
    expect(await readReplies(app, first, 1)).toHaveLength(1)
  })

  it('says so when the form had sent other words: nothing is lost in silence', async () => {
    const key = newId()
    const topic = await open(marie, { key })
    await expect(open(marie, { key, title: 'Autre chose' })).rejects.toThrow('forum.already-sent')
    const again = newId()
    unwrap(await reply(paul, topic, 'Une fois', again))
    expect(await reply(paul, topic, 'Autrement', again)).toMatchObject({ reason: 'forum.already-sent' })
    expect(await readReplies(app, topic, 1)).toHaveLength(1)
  })

  it("does not take one person's key for another's", async () => {
    const id = await open()
    const key = newId()
    const sent = [unwrap(await reply(marie, id, 'A', key)).id, unwrap(await reply(paul, id, 'B', key)).id]
    expect(new Set(sent).size).toBe(2)
  })

  it('tells the first outcome when the topic was closed between two sendings', async () => {
    const id = await open()
    const key = newId()
    const first = unwrap(await reply(paul, id, 'Avant', key))
    unwrap(await moderateTopicRow(app, moderator, id, { act: 'lock' }))
    expect(unwrap(await reply(paul, id, 'Avant', key)).id).toBe(first.id)
  })

  it('stores nothing but the whitelist', async () => {
    const id = await open(marie, {
      text: '[x](javascript:alert(1)) <script>alert(1)</script> [y](https://ex.org)',
    })
    const stored = JSON.stringify((await topicRow(id)).content)
    expect(stored).toContain('"url":"https://ex.org/"')
    expect(stored).not.toContain('"url":"javascript')
    expect(new Set(stored.match(/"type":"[a-z]+"/g))).toEqual(
      new Set(['"type":"root"', '"type":"paragraph"', '"type":"text"', '"type":"link"']),
    )
  })

  it.each([
    ['forum.title-short', { title: ' a ' }],
    ['forum.title-long', { title: 'a'.repeat(121) }],
    ['forum.empty', { text: ' \n ' }],
    ['richtext.too-long', { text: 'a'.repeat(20_001) }],
    ['richtext.too-long', { text: 'a'.repeat(1_000_000) }],
    ['forum.unknown', { category: newId() }],
    ['forum.unknown', { category: "' or 1=1 --" }],
  ])('refuses with %s', async (reason, more) => {
    const form = { key: newId(), category: category.id, title: 'Une question', text: 'Bonjour', ...more }
    expect(await openTopic(app, marie, form)).toMatchObject({ ok: false, reason })
  })

  it('refuses a reply to nothing, and to a closed or hidden topic', async () => {
    expect(await reply(marie, newId())).toMatchObject({ reason: 'forum.unknown' })
    expect(await reply(marie, 'not an id')).toMatchObject({ reason: 'forum.unknown' })
    const id = await open()
    unwrap(await moderateTopicRow(app, moderator, id, { act: 'lock' }))
    expect(await reply(paul, id)).toMatchObject({ reason: 'forum.locked' })
    unwrap(await moderateTopicRow(app, moderator, id, { act: 'hide', reason: 'Hors sujet' }))
    expect(await reply(paul, id)).toMatchObject({ reason: 'forum.hidden' })
    expect((await topicRow(id)).replyCount).toBe(0)
  })

  it.each(['prospect', 'applicant', 'accepted', 'lapsed', 'refused', 'suspended', 'left', 'erased'] as const)(
    'is not for somebody %s',
    async (standing) => {
      const id = await open()
      const who = unfit(standing)
      const form = { key: newId(), category: category.id, title: 'Une question', text: 'Bonjour' }
      expect(await openTopic(app, who, form)).toMatchObject({ reason: 'forum.members-only' })
      expect(await reply(who, id)).toMatchObject({ reason: 'forum.members-only' })
      expect(await editTopic(app, who, { id, rev: 1, title: 'Un titre', text: 'x' })).toMatchObject({
        reason: 'forum.members-only',
      })
      expect(await editReply(app, who, { id, rev: 1, text: 'x' })).toMatchObject({
        reason: 'forum.members-only',
      })
    },
  )

  it('takes no grant of a suspended moderator', async () => {
    const id = await open()
    const suspended: Person = { ...unfit('suspended'), grants: [MODERATOR] }
    expect(await reply(suspended, id)).toMatchObject({ reason: 'forum.members-only' })
    expect(await moderateTopicRow(app, suspended, id, { act: 'lock' })).toMatchObject({
      reason: 'forum.not-moderator',
    })
  })
})

describe('editing', () => {
  it('changes one’s own words and says so', async () => {
    const id = await open()
    const answered = unwrap(await reply(paul, id, 'Avant')).id
    const { rev } = await replyRow(answered)
    unwrap(await editReply(app, paul, { id: answered, rev, text: 'Après' }))
    const row = await replyRow(answered)
    expect(plainText(row.content)).toBe('Après')
    expect(row.editedAt).toBeTruthy()
    unwrap(
      await editTopic(app, marie, {
        id,
        rev: (await topicRow(id)).rev,
        title: 'Nouveau titre',
        text: 'Nouveau texte',
      }),
    )
    expect(await topicRow(id)).toMatchObject({ title: 'Nouveau titre', replyCount: 1 })
  })

  it('keeps the facts that still wait in the row', async () => {
    const id = await open()
    unwrap(await editTopic(app, marie, { id, rev: 1, title: 'Nouveau titre', text: 'x' }))
    expect(factsOf(await topicRow(id)).map((f) => f.name)).toEqual(['forum.topic-opened'])
  })

  it("refuses another's words, a moderator's hand too", async () => {
    const id = await open()
    const answered = unwrap(await reply(paul, id)).id
    for (const who of [marie, moderator]) {
      expect(await editReply(app, who, { id: answered, rev: 1, text: 'x' })).toMatchObject({
        reason: 'forum.not-yours',
      })
    }
    expect(await editTopic(app, paul, { id, rev: 1, title: 'Un titre', text: 'x' })).toMatchObject({
      reason: 'forum.not-yours',
    })
  })

  it('refuses when the topic is closed or the message hidden', async () => {
    const id = await open()
    const answered = unwrap(await reply(paul, id)).id
    unwrap(await moderateReplyRow(app, moderator, answered, { act: 'hide', reason: 'Hors sujet' }))
    expect(await editReply(app, paul, { id: answered, rev: 2, text: 'x' })).toMatchObject({
      reason: 'forum.hidden',
    })
    unwrap(await moderateReplyRow(app, moderator, answered, { act: 'show' }))
    unwrap(await moderateTopicRow(app, moderator, id, { act: 'lock' }))
    expect(await editReply(app, paul, { id: answered, rev: 3, text: 'x' })).toMatchObject({
      reason: 'forum.locked',
    })
    expect(await editTopic(app, marie, { id, rev: 2, title: 'Un titre', text: 'x' })).toMatchObject({
      reason: 'forum.locked',
    })
  })

  it('writes over nothing unseen: of two edits of one text, one holds', async () => {
    const id = await open()
    const answered = unwrap(await reply(paul, id)).id
    const both = await Promise.all(
      ['Un', 'Deux'].map((text) => editReply(app, paul, { id: answered, rev: 1, text })),
    )
    expect(both.filter((r) => r.ok)).toHaveLength(1)
    expect(both.find((r) => !r.ok)).toMatchObject({ reason: 'forum.changed' })
  })
})

describe('moderating', () => {
  it('needs the role: neither members, nor staff of another area', async () => {
    const id = await open()
    const answered = unwrap(await reply(paul, id)).id
    for (const who of [marie, paul, contentStaff]) {
      expect(await moderateTopicRow(app, who, id, { act: 'pin' })).toMatchObject({
        reason: 'forum.not-moderator',
      })
      expect(await moderateReplyRow(app, who, answered, { act: 'hide', reason: 'Parce que' })).toMatchObject({
        reason: 'forum.not-moderator',
      })
    }
    expect(await topicRow(id)).toMatchObject({ pinned: false, rev: 1 })
  })

  it('hides with a reason and shows again, each with its fact, which tells no words', async () => {
    const id = await open()
    const answered = unwrap(await reply(paul, id)).id
    expect(await moderateReplyRow(app, moderator, answered, { act: 'hide', reason: ' ' })).toMatchObject({
      reason: 'forum.reason-missing',
    })
    unwrap(await moderateReplyRow(app, moderator, answered, { act: 'hide', reason: 'Propos blessants' }))
    expect(await replyRow(answered)).toMatchObject({
      hidden: true,
      hiddenReason: 'Propos blessants',
      hiddenBy: moderator.id,
    })
    unwrap(await moderateReplyRow(app, moderator, answered, { act: 'show' }))
    const row = await replyRow(answered)
    expect(row).toMatchObject({ hidden: false, hiddenReason: null })
    const told = factsOf(row).filter((f) => f.name === 'forum.moderated')
    expect(told.map((f) => f.data)).toEqual([
      { act: 'hide', topic: id, reply: answered, actor: moderator.id },
      { act: 'show', topic: id, reply: answered, actor: moderator.id },
    ])
    expect(JSON.stringify(told)).not.toContain('blessants')
  })

  it('names the last message all may read: not a hidden one, which takes its place again when shown', async () => {
    const id = await open()
    const opened = await topicRow(id)
    const first = unwrap(await reply(paul, id, 'La première')).id
    const second = unwrap(await reply(marie, id, 'La seconde')).id
    const hide = (message: string) =>
      moderateReplyRow(app, moderator, message, { act: 'hide', reason: 'Publicité' })
    const last = async () => {
      const { lastPostBy, lastPostAt } = await topicRow(id)
      return { lastPostBy, at: Date.parse(lastPostAt) }
    }
    const of = async (row: { author: string; createdAt: string }) => ({
      lastPostBy: row.author,
      at: Date.parse(row.createdAt),
    })
    unwrap(await hide(second))
    expect(await last()).toEqual(await of(await replyRow(first)))
    const { topics } = await readLatestTopics(app)
    expect(topics.find((t) => t.id === id)?.lastPostBy).toBe(paul.id)
    unwrap(await hide(first))
    expect(await last()).toEqual(await of(opened))
    unwrap(await moderateReplyRow(app, moderator, second, { act: 'show' }))
    expect(await last()).toEqual(await of(await replyRow(second)))
    // One that was not the last changes nothing, and hidden ones keep their place in the count.
    unwrap(await moderateReplyRow(app, moderator, first, { act: 'show' }))
    unwrap(await hide(first))
    expect(await last()).toEqual(await of(await replyRow(second)))
    expect((await topicRow(id)).replyCount).toBe(2)
  })

  it('follows again by itself where a crash came in between, and lets a new reply be the last', async () => {
    const id = await open()
    unwrap(await reply(paul, id))
    await compareAndSet(app, 'forum-topics', { id: { equals: id } }, { lastPostBy: moderator.id })
    await forumModule.on?.['forum.moderated']?.(app, {
      key: 'x',
      at: app.clock.now().toISOString(),
      data: { act: 'hide', topic: id, reply: newId(), actor: moderator.id },
    })
    expect((await topicRow(id)).lastPostBy).toBe(paul.id)
    const answered = unwrap(await reply(marie, id)).id
    await Promise.all([
      reply(paul, id, 'En même temps'),
      moderateReplyRow(app, moderator, answered, { act: 'hide', reason: 'Publicité' }),
    ])
    await followLastMessage(app, id)
    expect((await topicRow(id)).lastPostBy).toBe(paul.id)
  })

  it('does an act once, however often it is asked', async () => {
    const id = await open()
    const done = await Promise.all(
      Array.from({ length: 5 }, () => moderateTopicRow(app, moderator, id, { act: 'lock' })),
    )
    expect(done.filter((d) => d.ok && d.value.changed)).toHaveLength(1)
    expect(done.every((d) => d.ok)).toBe(true)
    expect(factsOf(await topicRow(id)).filter((f) => f.name === 'forum.moderated')).toHaveLength(1)
  })

  it('moves, pins, closes at once without losing any', async () => {
    const id = await open()
    const other = await makeCategory(app, 'Les outils')
    const acts = [{ act: 'move', category: other.id }, { act: 'pin' }, { act: 'lock' }] as const
    const done = await Promise.all(acts.map((act) => moderateTopicRow(app, moderator, id, act)))
    expect(done.every((d) => d.ok)).toBe(true)
    expect(await topicRow(id)).toMatchObject({ category: other.id, pinned: true, locked: true, rev: 4 })
    expect(await moderateTopicRow(app, moderator, id, { act: 'move', category: newId() })).toMatchObject({
      reason: 'forum.unknown',
    })
  })
})

describe('reading', () => {
  it('searches without accents or case, sorts, pins and pages', async () => {
    const own = await makeCategory(app, 'Lecture')
    const make = async (title: string, text = 'x') =>
      unwrap(await openTopic(app, marie, { key: newId(), category: own.id, title, text })).id
    const first = await make('Élargir son réseau')
    const second = await make('Le matériel', 'Un fauteuil ERGONOMIQUE')
    const third = await make('Divers')
    unwrap(await reply(paul, first))
    unwrap(await moderateTopicRow(app, moderator, second, { act: 'pin' }))
    unwrap(await moderateTopicRow(app, moderator, third, { act: 'hide', reason: 'Doublon' }))
    const list = async (q: string, tri: 'activite' | 'nouveaux' | 'reponses', page = 1, seen = {}) =>
      (await readTopics(app, own.id, { q, tri, page }, seen)).topics.map((t) => t.id)
    expect(await list('', 'activite')).toEqual([second, first])
    expect(await list('', 'reponses')).toEqual([second, first])
    expect(await list('', 'nouveaux', 1, { moderator: true })).toEqual([second, third, first])
    expect(await list('elargir', 'activite')).toEqual([first])
    expect(await list('ergonomique FAUTEUIL', 'activite')).toEqual([second])
    expect(await list('%', 'activite')).toEqual([second, first])
    expect(await list('rien de tel', 'activite')).toEqual([])
    expect(await list('', 'activite', 2)).toEqual([])
  })

  it('shows the latest of all categories, hidden ones left out', async () => {
    const shown = await open()
    const hidden = await open()
    unwrap(await moderateTopicRow(app, moderator, hidden, { act: 'hide', reason: 'Doublon' }))
    const ids = (await readLatestTopics(app)).topics.map((t) => t.id)
    expect(ids).toContain(shown)
    expect(ids).not.toContain(hidden)
  })

  it('finds the page a reply stands on', async () => {
    const id = await open()
    const ids: string[] = []
    for (let i = 0; i < 21; i++) ids.push(unwrap(await reply(paul, id, `n° ${i}`)).id)
    expect(await replyHref(app, { id: ids[0] as string, topic: id })).toBe(`/forum/sujet/${id}#m-${ids[0]}`)
    expect(await replyHref(app, { id: ids[19] as string, topic: id })).toBe(`/forum/sujet/${id}#m-${ids[19]}`)
    expect(await replyHref(app, { id: ids[20] as string, topic: id })).toBe(
      `/forum/sujet/${id}?page=2#m-${ids[20]}`,
    )
  })

  it('reads categories in the language asked, French standing in', async () => {
    const own = await makeCategory(app, 'Bilingue')
    await app.payload.update({
      collection: 'forum-categories',
      id: own.id,
      locale: 'en',
      data: { title: 'Bilingual' },
    })
    const title = async (lang: 'fr' | 'en') => (await readCategories(app, lang)).find((c) => c.id === own.id)
    expect(await title('fr')).toMatchObject({ title: 'Bilingue' })
    expect(await title('en')).toMatchObject({ title: 'Bilingual', description: 'Ce qui nous occupe.' })
  })
})

describe('recounting', () => {
  it('mends a count left behind by a crash, once the topic is quiet', async () => {
    const id = await open()
    for (let i = 0; i < 3; i++) unwrap(await reply(paul, id, `n° ${i}`))
    await compareAndSet(app, 'forum-topics', { id: { equals: id } }, { replyCount: 1 })
    await recountReplies(app)
    expect((await topicRow(id)).replyCount).toBe(1)
    const later = { ...app, clock: { now: () => new Date(app.clock.now().getTime() + 10 * 60_000) } }
    await recountReplies(later)
    expect(await topicRow(id)).toMatchObject({ replyCount: 3, lastPostBy: paul.id })
  })
})

describe('categories', () => {
  it('are not deleted while they hold topics', async () => {
    const own = await makeCategory(app)
    const remove = () => app.payload.delete({ collection: 'forum-categories', id: own.id })
    unwrap(await openTopic(app, marie, { key: newId(), category: own.id, title: 'Une question', text: 'x' }))
    await expect(remove()).rejects.toThrow(/sujets/)
    expect((await readCategories(app, 'fr')).some((c) => c.id === own.id)).toBe(true)
  })
})
