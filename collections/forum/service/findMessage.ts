import { isId } from '@/core/ids'
import type { App } from '@/hooks'
import type { ReplyRow, TopicRow } from './rows'

const find = async <T extends { id: string }>(
  app: App,
  collection: 'forum-topics' | 'forum-replies',
  id: string,
) => (isId(id) ? await app.payload.db.findOne<T>({ collection, where: { id: { equals: id } } }) : null)

export const findTopic = (app: App, id: string): Promise<TopicRow | null> =>
  find<TopicRow>(app, 'forum-topics', id)
export const findReply = (app: App, id: string): Promise<ReplyRow | null> =>
  find<ReplyRow>(app, 'forum-replies', id)
