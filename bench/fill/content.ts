import type { CollectionSlug, Payload } from 'payload'
import { markdownToRichText } from '@/collections/richtext'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import { searchKey, sortKey } from '@/core/text'
import { pick, randomFrom } from '../random'
import { bulkInsert } from './bulk'

const DAY = 86_400_000
const POSTS = 24
const LOGES = 8
const MISSIONS = 60
const CATEGORIES = ['Vie de l’association', 'Outils et méthodes', 'Petites annonces', 'Questions juridiques']
const TOPICS = 160
const REPLIES_A_TOPIC = 8

const ARTICLE = `La saison a commencé par une journée à Foix, dans les locaux prêtés par la communauté de communes.

## Ce qui a été décidé

- les permanences reprennent **le mardi matin** ;
- l’atelier « devis et factures » aura lieu deux fois ;
- le [calendrier](/adhesion) est en ligne.

Chacun peut proposer un sujet ; les comptes rendus sont relus à deux avant de paraître.`
const MESSAGE = `J’ai essayé les deux façons de faire, et la seconde m’a fait gagner une bonne heure par semaine.

Si cela peut servir, je montre ma feuille de calcul à la prochaine permanence.`

const rich = (markdown: string, by: 'staff' | 'member') => unwrap(markdownToRichText(markdown, by))
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString()

export type Content = { topics: string[]; missions: string[]; loges: string[] }

/** What staff and members have written: news, pages, loges, missions, a forum. */
export async function fillContent(payload: Payload, people: readonly string[]): Promise<Content> {
  const random = randomFrom(11)
  /** As staff saves it in the admin: for collections with locales and versions. */
  const create = (collection: string, data: object) =>
    payload.create({
      collection: collection as CollectionSlug,
      data: data as never,
      locale: 'fr',
      overrideAccess: true,
      depth: 0,
    })
  for (let n = 0; n < POSTS; n++)
    await create('posts', {
      title: `Nouvelles de la saison, lettre ${n + 1}`,
      content: rich(ARTICLE, 'staff'),
      slug: `lettre-${n + 1}`,
      publishedAt: ago(n * 14 + 1),
      author: 'Le bureau',
      _status: 'published',
    })
  for (const [title, slug, menu] of [
    ['Qui nous sommes', 'association', 'header'],
    ['Mentions légales', 'mentions-legales', 'footer'],
    ['Charte', 'charte', 'footer'],
  ])
    await create('pages', { title, slug, menu, content: rich(ARTICLE, 'staff'), _status: 'published' })

  const loges: string[] = []
  for (let n = 0; n < LOGES && 'loges' in payload.collections; n++) {
    const name = `Loge du canton ${n + 1}`
    const loge = { name, slug: `canton-${n + 1}`, state: n % 4 ? 'active' : 'forming' }
    await create('loges', { ...loge, territory: 'Foix\nPamiers\nMirepoix', presentation: MESSAGE })
    loges.push(loge.slug)
  }
  return {
    loges,
    missions: await fillMissions(payload, people, random),
    topics: await fillForum(payload, people, random, create),
  }
}

async function fillMissions(payload: Payload, people: readonly string[], random: () => number) {
  if (!('missions' in payload.collections)) return []
  const missions = Array.from({ length: MISSIONS }, (_, n) => {
    const title = `Saisie et mise au propre d’un inventaire, lot ${n + 1}`
    const at = ago(n)
    return {
      id: newId(),
      key: `bench:${n}`,
      title,
      brief: MESSAGE,
      state: n % 3 ? 'published' : 'closed',
      mode: n % 2 ? 'cooperative' : 'comparative',
      skills: 'tableur\nclassement',
      budget: '400 €',
      deadline: new Date(Date.now() + (30 - n) * DAY).toISOString().slice(0, 10),
      postedBy: pick(random, people),
      since: at,
      publishedAt: at,
      searchKey: searchKey(title),
      sortKey: sortKey(title),
      rev: 1,
      factsPending: 0,
    }
  })
  await bulkInsert(payload, 'missions', missions)
  return missions.map((mission) => mission.id)
}

type Create = (collection: string, data: object) => Promise<{ id: string | number }>

async function fillForum(payload: Payload, people: readonly string[], random: () => number, create: Create) {
  if (!('forum-topics' in payload.collections)) return []
  const categories: string[] = []
  for (const [order, title] of CATEGORIES.entries())
    categories.push(
      String((await create('forum-categories', { title, slug: `rubrique-${order + 1}`, order })).id),
    )
  const content = rich(MESSAGE, 'member')
  const message = (n: string, days: number) => ({
    key: `bench:${n}`,
    author: pick(random, people),
    content,
    hidden: false,
    rev: 1,
    factsPending: 0,
    createdAt: ago(days),
  })
  const topics = Array.from({ length: TOPICS }, (_, n) => ({
    ...message(`t${n}`, n),
    id: newId(),
    title: `Comment classez-vous vos dossiers de l’année ? (${n + 1})`,
    category: pick(random, categories),
    pinned: n === 3,
    locked: false,
    replyCount: REPLIES_A_TOPIC,
    lastPostAt: ago(n / 2),
    lastPostBy: pick(random, people),
    searchKey: searchKey('Comment classez-vous vos dossiers de l’année', MESSAGE),
  }))
  await bulkInsert(payload, 'forum-topics', topics)
  const replies = topics.flatMap((topic, n) =>
    Array.from({ length: REPLIES_A_TOPIC }, (_, i) => ({
      ...message(`r${n}-${i}`, n / 2 + i),
      topic: topic.id,
    })),
  )
  await bulkInsert(payload, 'forum-replies', replies)
  return topics.map((topic) => topic.id)
}
