import { beforeAll, describe, expect, it } from 'vitest'
import { plainText } from '@/collections/richtext'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { bootApp } from '@/tests/support/app'
import { editReply, editTopic } from '../service/editMessage'
import { moderateReplyRow, moderateTopicRow } from '../service/moderate'
import { openTopic } from '../service/openTopic'
import { readReplies } from '../service/readForum'
import { factsOf, MODERATOR, makeCategory, open, reply, replyRow, someone, topicRow, unfit } from './support'

/* What members write, and write anew. */

let app: App
let category: { id: string; slug: string }
let marie: Person
let paul: Person
let moderator: Person
beforeAll(async () => {
  app = (await bootApp()).app
  category = await makeCategory(app)
  marie = (await someone(app)).person
  paul = (await someone(app, 'grace')).person
  moderator = (await someone(app, 'prospect', [MODERATOR])).person
})

describe('writing', () => {
  it('opens a topic with its fact, and answers it', async () => {
    const id = await open(app, marie, category.id, {
      title: '  Télétravail\nà deux ',
      text: 'Qui a **essayé** ?',
    })
    const topic = await topicRow(app, id)
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
    const answered = unwrap(await reply(app, paul, id))
    expect(await topicRow(app, id)).toMatchObject({ replyCount: 1, lastPostBy: paul.id })
    expect(factsOf(await replyRow(app, answered.id))).toMatchObject([
      { name: 'forum.replied', data: { topic: id, reply: answered.id, author: paul.id } },
    ])
  })

  it('counts 50 replies sent at once as 50', async () => {
    const id = await open(app, marie, category.id)
    await Promise.all(
      Array.from({ length: 50 }, (_, i) => reply(app, i % 2 ? marie : paul, id, `Réponse ${i}`)),
    )
    expect((await topicRow(app, id)).replyCount).toBe(50)
    const pages = await Promise.all([1, 2, 3, 4].map((page) => readReplies(app, id, page)))
    expect(pages.map((p) => p.length)).toEqual([20, 20, 10, 0])
    expect(new Set(pages.flat().map((r) => r.id)).size).toBe(50)
  })

  it('takes a form sent twice, or ten times at once, for one', async () => {
    const key = newId()
    const [first, second] = [
      await open(app, marie, category.id, { key }),
      await open(app, marie, category.id, { key }),
    ]
    expect(second).toBe(first)
    const again = newId()
    const sent = await Promise.all(
      Array.from({ length: 10 }, () => reply(app, paul, first, 'Une fois', again)),
    )
    expect(new Set(sent.map((r) => unwrap(r).id)).size).toBe(1)
    expect(await topicRow(app, first)).toMatchObject({ replyCount: 1, title: 'Une question' })
    expect(await readReplies(app, first, 1)).toHaveLength(1)
  })

  it('says so when the form had sent other words: nothing is lost in silence', async () => {
    const key = newId()
    const topic = await open(app, marie, category.id, { key })
    await expect(open(app, marie, category.id, { key, title: 'Autre chose' })).rejects.toThrow(
      'forum.already-sent',
    )
    const again = newId()
    unwrap(await reply(app, paul, topic, 'Une fois', again))
    expect(await reply(app, paul, topic, 'Autrement', again)).toMatchObject({ reason: 'forum.already-sent' })
    expect(await readReplies(app, topic, 1)).toHaveLength(1)
  })

  it("does not take one person's key for another's", async () => {
    const id = await open(app, marie, category.id)
    const key = newId()
    const sent = [
      unwrap(await reply(app, marie, id, 'A', key)).id,
      unwrap(await reply(app, paul, id, 'B', key)).id,
    ]
    expect(new Set(sent).size).toBe(2)
  })

  it('tells the first outcome when the topic was closed between two sendings', async () => {
    const id = await open(app, marie, category.id)
    const key = newId()
    const first = unwrap(await reply(app, paul, id, 'Avant', key))
    unwrap(await moderateTopicRow(app, moderator, id, { act: 'lock' }))
    expect(unwrap(await reply(app, paul, id, 'Avant', key)).id).toBe(first.id)
  })

  it('stores nothing but the whitelist', async () => {
    const id = await open(app, marie, category.id, {
      text: '[x](javascript:alert(1)) <script>alert(1)</script> [y](https://ex.org)',
    })
    const stored = JSON.stringify((await topicRow(app, id)).content)
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
    expect(await reply(app, marie, newId())).toMatchObject({ reason: 'forum.unknown' })
    expect(await reply(app, marie, 'not an id')).toMatchObject({ reason: 'forum.unknown' })
    const id = await open(app, marie, category.id)
    unwrap(await moderateTopicRow(app, moderator, id, { act: 'lock' }))
    expect(await reply(app, paul, id)).toMatchObject({ reason: 'forum.locked' })
    unwrap(await moderateTopicRow(app, moderator, id, { act: 'hide', reason: 'Hors sujet' }))
    expect(await reply(app, paul, id)).toMatchObject({ reason: 'forum.hidden' })
    expect((await topicRow(app, id)).replyCount).toBe(0)
  })

  it.each(['prospect', 'applicant', 'accepted', 'lapsed', 'refused', 'suspended', 'left', 'erased'] as const)(
    'is not for somebody %s',
    async (standing) => {
      const id = await open(app, marie, category.id)
      const who = unfit(standing)
      const form = { key: newId(), category: category.id, title: 'Une question', text: 'Bonjour' }
      expect(await openTopic(app, who, form)).toMatchObject({ reason: 'forum.members-only' })
      expect(await reply(app, who, id)).toMatchObject({ reason: 'forum.members-only' })
      expect(await editTopic(app, who, { id, rev: 1, title: 'Un titre', text: 'x' })).toMatchObject({
        reason: 'forum.members-only',
      })
      expect(await editReply(app, who, { id, rev: 1, text: 'x' })).toMatchObject({
        reason: 'forum.members-only',
      })
    },
  )

  it('takes no grant of a suspended moderator', async () => {
    const id = await open(app, marie, category.id)
    const suspended: Person = { ...unfit('suspended'), grants: [MODERATOR] }
    expect(await reply(app, suspended, id)).toMatchObject({ reason: 'forum.members-only' })
    expect(await moderateTopicRow(app, suspended, id, { act: 'lock' })).toMatchObject({
      reason: 'forum.not-moderator',
    })
  })
})

describe('editing', () => {
  it('changes one’s own words and says so', async () => {
    const id = await open(app, marie, category.id)
    const answered = unwrap(await reply(app, paul, id, 'Avant')).id
    const { rev } = await replyRow(app, answered)
    unwrap(await editReply(app, paul, { id: answered, rev, text: 'Après' }))
    const row = await replyRow(app, answered)
    expect(plainText(row.content)).toBe('Après')
    expect(row.editedAt).toBeTruthy()
    unwrap(
      await editTopic(app, marie, {
        id,
        rev: (await topicRow(app, id)).rev,
        title: 'Nouveau titre',
        text: 'Nouveau texte',
      }),
    )
    expect(await topicRow(app, id)).toMatchObject({ title: 'Nouveau titre', replyCount: 1 })
  })

  it('keeps the facts that still wait in the row', async () => {
    const id = await open(app, marie, category.id)
    unwrap(await editTopic(app, marie, { id, rev: 1, title: 'Nouveau titre', text: 'x' }))
    expect(factsOf(await topicRow(app, id)).map((f) => f.name)).toEqual(['forum.topic-opened'])
  })

  it("refuses another's words, a moderator's hand too", async () => {
    const id = await open(app, marie, category.id)
    const answered = unwrap(await reply(app, paul, id)).id
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
    const id = await open(app, marie, category.id)
    const answered = unwrap(await reply(app, paul, id)).id
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
    const id = await open(app, marie, category.id)
    const answered = unwrap(await reply(app, paul, id)).id
    const both = await Promise.all(
      ['Un', 'Deux'].map((text) => editReply(app, paul, { id: answered, rev: 1, text })),
    )
    expect(both.filter((r) => r.ok)).toHaveLength(1)
    expect(both.find((r) => !r.ok)).toMatchObject({ reason: 'forum.changed' })
  })
})
