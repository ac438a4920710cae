import { DAY, SECOND } from '@/core/clock'
import { defineModule, exportRows } from '@/hooks'
import { taskLines, tasks } from './collections'
import './contract'
import { TASKS } from './contract'
import { texts } from './i18n'
import { forgetLines } from './service/forgetLines'
import { runTasks } from './service/runTasks'
import { mayFollow, TASKS_PATH } from './web/access'
import { actRoutes } from './web/acts'
import { listRoute } from './web/list'
import { showRoute } from './web/show'

export const tasksModule = defineModule({
  id: 'tasks',
  collections: [tasks, taskLines],
  routes: [listRoute, showRoute, ...actRoutes],
  menu: [
    {
      place: 'account',
      href: TASKS_PATH,
      group: 'tools',
      label: { fr: texts('fr').title, en: texts('en').title },
      order: 80,
      access: mayFollow,
    },
  ],
  jobs: [
    { id: 'tasks.run', everyMs: 5 * SECOND, nudgedBy: [TASKS], run: runTasks },
    { id: 'tasks.forget', everyMs: DAY, run: forgetLines },
  ],
  reasons: (lang) => texts(lang).reasons,
  exportOf: async (app, person) => ({
    tasks: await exportRows(app, TASKS, { by: { equals: person } }),
  }),
})
