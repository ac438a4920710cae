import { newId } from '@/core/ids'
import type { Person, RoleGrant, Standing } from '@/core/person'
import { unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { asVisitor, makePerson } from '@/tests/factories/people'
import { findReply, findTopic } from '../service/findMessage'
import { openTopic } from '../service/openTopic'
import { postReply } from '../service/postReply'
import type { ReplyRow, TopicRow } from '../service/rows'

export const MODERATOR: RoleGrant = { role: 'staff', area: 'moderation' }

/** A category of a test's own. */
export async function makeCategory(app: App, title = 'Le métier'): Promise<{ id: string; slug: string }> {
  const made = await app.payload.create({
    collection: 'forum-categories',
    data: { title, description: 'Ce qui nous occupe.', slug: `essai-${newId().slice(-12)}` },
    locale: 'fr',
  })
  return { id: made.id, slug: made.slug }
}

/** A person as requests see it. */
export async function someone(
  app: App,
  standing: Standing = 'active',
  grants: RoleGrant[] = [],
  name = 'Camille Essai',
): Promise<{ person: Person; token: string }> {
  const made = await makePerson(app, { standing, grants, name })
  return asVisitor(app, made.id)
}

/** A person who could not sign in as things stand now, as a service would be handed one read a moment before. */
export const unfit = (standing: Standing): Person => ({
  id: newId(),
  email: 'x@test.example',
  name: 'X',
  lang: 'fr',
  standing,
  grants: [],
})

/** A topic in a category. */
export const open = async (
  app: App,
  who: Person,
  category: string,
  more: Partial<{ title: string; text: string; key: string }> = {},
) =>
  unwrap(
    await openTopic(app, who, {
      key: newId(),
      category,
      title: 'Une question',
      text: 'Bonjour',
      ...more,
    }),
  ).id
export const reply = (app: App, who: Person, topic: string, text = 'Une réponse', key = newId()) =>
  postReply(app, who, { key, topic, text })
export const topicRow = async (app: App, id: string) => (await findTopic(app, id)) as TopicRow
export const replyRow = async (app: App, id: string) => (await findReply(app, id)) as ReplyRow
export const factsOf = (row: { facts?: string | null }) =>
  JSON.parse(row.facts ?? '[]') as { name: string; data: object }[]
