import { staff } from '@/core/access'
import type { Lang } from '@/core/lang'
import type { Visitor } from '@/core/person'
import type { App, TodoItem } from '@/hooks'
import { MAILS, type MailState } from './contract'
import { texts } from './i18n/texts'
import { countMails } from './service/countMails'

/** Mails that wait for staff: refused ones, and those kept for want of a server. */
export async function mailTodo(app: App, who: Visitor, lang: Lang): Promise<TodoItem[]> {
  if (!staff(who)) return []
  const t = texts(lang).todo
  const line = async (state: MailState & keyof typeof t): Promise<TodoItem> => {
    const count = await countMails(app, state)
    const href = `/admin/collections/${MAILS}?where[state][equals]=${state}`
    return { label: t[state](count), count, href }
  }
  const lines = await Promise.all([line('failed'), line('kept')])
  return lines.filter((l) => l.count > 0)
}
