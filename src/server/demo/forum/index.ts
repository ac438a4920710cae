import { moderateReplyRow, moderateTopicRow } from '@/collections/forum/service/moderate'
import { openTopic } from '@/collections/forum/service/openTopic'
import { postReply } from '@/collections/forum/service/postReply'
import { newId } from '@/core/ids'
import { unwrap } from '@/core/result'
import { createBilingual } from '../bilingual'
import type { Calendar } from '../calendar'
import type { Act } from '../timeline'
import { asMember, staffOf, type World } from '../world'
import { categories, type DemoTopic, topics } from './topics'

export const forumActs = (calendar: Calendar): Act[] => [
  { at: calendar.since(-1, 11), run: makeCategories },
  ...topics.flatMap((topic, n) => steps(topic, `topic:${n}`, calendar)),
]

/** Staff for moderation makes them in the admin. */
async function makeCategories(world: World): Promise<void> {
  for (const [n, { key, fr, en }] of categories.entries()) {
    const texts = ([title, description]: readonly [string, string]) => ({ title, description })
    const shared = { slug: key, order: (n + 1) * 10 }
    const id = await createBilingual(world, 'forum-categories', shared, { fr: texts(fr), en: texts(en) })
    world.ids.set(`category:${key}`, id)
  }
}

function steps(topic: DemoTopic, name: string, { ago }: Calendar): Act[] {
  const id = (world: World) => world.ids.get(name)
  const acts: Act[] = [
    {
      at: ago(topic.opened, 9.5),
      run: async (world) => {
        const { title, text } = topic
        const category = world.ids.get(`category:${topic.category}`)
        const input = { key: newId(), category, title, text }
        world.ids.set(name, unwrap(await openTopic(world.app, asMember(world, topic.by), input)).id)
      },
    },
  ]
  topic.replies.forEach(([day, by, text], n) => {
    acts.push({
      at: ago(day, 10 + n * 1.4),
      run: async (world) => {
        const input = { key: newId(), topic: id(world), text }
        world.ids.set(`${name}:${n}`, unwrap(await postReply(world.app, asMember(world, by), input)).id)
      },
    })
  })
  const { moderated, hiddenReply } = topic
  if (moderated)
    acts.push({
      at: ago(moderated.on, 19),
      run: async (world) => {
        const { on: _, ...act } = moderated
        unwrap(await moderateTopicRow(world.app, staffOf(world), id(world), act))
      },
    })
  if (hiddenReply)
    acts.push({
      at: ago(hiddenReply.on, 19),
      run: async (world) => {
        const act = { act: 'hide' as const, reason: hiddenReply.reason }
        const reply = world.ids.get(`${name}:${hiddenReply.n}`)
        unwrap(await moderateReplyRow(world.app, staffOf(world), reply, act))
      },
    })
  return acts
}
