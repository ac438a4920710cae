import type { Lang } from '@/core/lang'
import type { StatusKind } from '@/ui'
import type { TaskState } from '../contract'
import { texts } from '../i18n'
import type { TaskRow } from '../service/rows'

export const STATE_KIND: Record<TaskState, StatusKind> = {
  waiting: 'waiting',
  running: 'open',
  stopped: 'closed',
  done: 'done',
  failed: 'alert',
}

/** « 120 sur 5 000 », or how many where the whole is not known. */
export const progressText = ({ done, total }: TaskRow, lang: Lang): string =>
  total ? texts(lang).of(done, total) : texts(lang).gone(done)
