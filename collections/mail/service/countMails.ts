import type { App } from '@/hooks'
import { MAILS, type MailState } from '../contract'

export async function countMails(app: App, state: MailState): Promise<number> {
  const { totalDocs } = await app.payload.db.count({ collection: MAILS, where: { state: { equals: state } } })
  return totalDocs
}
