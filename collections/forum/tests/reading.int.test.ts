import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/core/ids'
import type { Person } from '@/core/person'
import { unwrap } from '@/core/result'
import { type App, compareAndSet } from '@/hooks'
import { bootApp } from '@/tests/support/app'
import { forumModule } from '..'
import { followLastMessage } from '../service/followLastMessage'
import { moderateReplyRow, moderateTopicRow } from '../service/moderate'
import { openTopic } from '../service/openTopic'
import { readCategories, readLatestTopics, readTopics, replyHref } from '../service/readForum'
import { recountReplies } from '../service/recountReplies'
import { factsOf, MODERATOR, makeCategory, open, reply, replyRow, someone, topicRow } from './support'

/* What moderators make of it, and what is read of it. */

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

describe('moderating', () => {
  it('needs the role: neither members, nor staff of another area', async () => {
    const id = await open(app, marie, category.id)
    const answered = unwrap(await reply(app, paul, id)).id
    for (const who of [marie, paul, contentStaff]) {
      expect(await moderateTopicRow(app, who, id, { act: 'pin' })).toMatchObject({
        reason: 'forum.not-moderator',
      })
      expect(await moderateReplyRow(app, who, answered, { act: 'hide', reason: 'Parce que' })).toMatchObject({
        reason: 'forum.not-moderator',
      })
    }
    expect(await topicRow(app, id)).toMatchObject({ pinned: false, rev: 1 })
  })

  it('hides with a reason and shows again, each with its fact, which tells no words', async () => {
    const id = await open(app, marie, category.id)
    const answered = unwrap(await reply(app, paul, id)).id
    expect(await moderateReplyRow(app, moderator, answered, { act: 'hide', reason: ' ' })).toMatchObject({
      reason: 'forum.reason-missing',
    })
    unwrap(await moderateReplyRow(app, moderator, answered, { act: 'hide', reason: 'Propos blessants' }))
    expect(await replyRow(app, answered)).toMatchObject({
      hidden: true,
      hiddenReason: 'Propos blessants',
      hiddenBy: moderator.id,
    })
    unwrap(await moderateReplyRow(app, moderator, answered, { act: 'show' }))
    const row = await replyRow(app, answered)
    expect(row).toMatchObject({ hidden: false, hiddenReason: null })
    const told = factsOf(row).filter((f) => f.name === 'forum.moderated')
    expect(told.map((f) => f.data)).toEqual([
      { act: 'hide', topic: id, reply: answered, actor: moderator.id },
      { act: 'show', topic: id, reply: answered, actor: moderator.id },
    ])
    expect(JSON.stringify(told)).not.toContain('blessants')
  })

  it('names the last message all may read: not a hidden one, which takes its place again when shown', async () => {
    const id = await open(app, marie, category.id)
    const opened = await topicRow(app, id)
    const first = unwrap(await reply(app, paul, id, 'La première')).id
    const second = unwrap(await reply(app, marie, id, 'La seconde')).id
    const hide = (message: string) =>
      moderateReplyRow(app, moderator, message, { act: 'hide', reason: 'Publicité' })
    const last = async () => {
      const { lastPostBy, lastPostAt } = await topicRow(app, id)
      return { lastPostBy, at: Date.parse(lastPostAt) }
    }
    const of = async (row: { author: string; createdAt: string }) => ({
      lastPostBy: row.author,
      at: Date.parse(row.createdAt),
    })
    unwrap(await hide(second))
    expect(await last()).toEqual(await of(await replyRow(app, first)))
    const { topics } = await readLatestTopics(app)
    expect(topics.find((t) => t.id === id)?.lastPostBy).toBe(paul.id)
    unwrap(await hide(first))
    expect(await last()).toEqual(await of(opened))
    unwrap(await moderateReplyRow(app, moderator, second, { act: 'show' }))
    expect(await last()).toEqual(await of(await replyRow(app, second)))
    // One that was not the last changes nothing, and hidden ones keep their place in the count.
    unwrap(await moderateReplyRow(app, moderator, first, { act: 'show' }))
    unwrap(await hide(first))
    expect(await last()).toEqual(await of(await replyRow(app, second)))
    expect((await topicRow(app, id)).replyCount).toBe(2)
  })

  it('follows again by itself where a crash came in between, and lets a new reply be the last', async () => {
    const id = await open(app, marie, category.id)
    unwrap(await reply(app, paul, id))
    await compareAndSet(app, 'forum-topics', { id: { equals: id } }, { lastPostBy: moderator.id })
    await forumModule.on?.['forum.moderated']?.(app, {
      key: 'x',
      at: app.clock.now().toISOString(),
      data: { act: 'hide', topic: id, reply: newId(), actor: moderator.id },
    })
    expect((await topicRow(app, id)).lastPostBy).toBe(paul.id)
    const answered = unwrap(await reply(app, marie, id)).id
    await Promise.all([
      reply(app, paul, id, 'En même temps'),
      moderateReplyRow(app, moderator, answered, { act: 'hide', reason: 'Publicité' }),
    ])
    await followLastMessage(app, id)
    expect((await topicRow(app, id)).lastPostBy).toBe(paul.id)
  })

  it('does an act once, however often it is asked', async () => {
    const id = await open(app, marie, category.id)
    const done = await Promise.all(
      Array.from({ length: 5 }, () => moderateTopicRow(app, moderator, id, { act: 'lock' })),
    )
    expect(done.filter((d) => d.ok && d.value.changed)).toHaveLength(1)
    expect(done.every((d) => d.ok)).toBe(true)
    expect(factsOf(await topicRow(app, id)).filter((f) => f.name === 'forum.moderated')).toHaveLength(1)
  })

  it('moves, pins, closes at once without losing any', async () => {
    const id = await open(app, marie, category.id)
    const other = await makeCategory(app, 'Les outils')
    const acts = [{ act: 'move', category: other.id }, { act: 'pin' }, { act: 'lock' }] as const
    const done = await Promise.all(acts.map((act) => moderateTopicRow(app, moderator, id, act)))
    expect(done.every((d) => d.ok)).toBe(true)
    expect(await topicRow(app, id)).toMatchObject({ category: other.id, pinned: true, locked: true, rev: 4 })
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
    unwrap(await reply(app, paul, first))
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
    const shown = await open(app, marie, category.id)
    const hidden = await open(app, marie, category.id)
    unwrap(await moderateTopicRow(app, moderator, hidden, { act: 'hide', reason: 'Doublon' }))
    const ids = (await readLatestTopics(app)).topics.map((t) => t.id)
    expect(ids).toContain(shown)
    expect(ids).not.toContain(hidden)
  })

  it('finds the page a reply stands on', async () => {
    const id = await open(app, marie, category.id)
    const ids: string[] = []
    for (let i = 0; i < 21; i++) ids.push(unwrap(await reply(app, paul, id, `n° ${i}`)).id)
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
    const id = await open(app, marie, category.id)
    for (let i = 0; i < 3; i++) unwrap(await reply(app, paul, id, `n° ${i}`))
    await compareAndSet(app, 'forum-topics', { id: { equals: id } }, { replyCount: 1 })
    await recountReplies(app)
    expect((await topicRow(app, id)).replyCount).toBe(1)
    const later = { ...app, clock: { now: () => new Date(app.clock.now().getTime() + 10 * 60_000) } }
    await recountReplies(later)
    expect(await topicRow(app, id)).toMatchObject({ replyCount: 3, lastPostBy: paul.id })
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
