import { rule } from '@/core/access'
import { appIfRunning } from '@/hooks'
import { kindsOf, mayDo } from '../service/rows'

export const TASKS_PATH = '/bureau/travaux'
export const taskHref = (id: string): string => `${TASKS_PATH}/${id}`

/** Whoever may do some kind of long act; each page then asks the rule of its own kind. */
export const mayFollow = rule('does-a-long-act', (who) => {
  const app = appIfRunning()
  return app !== null && kindsOf(app).some((name) => mayDo(app, name, who))
})
