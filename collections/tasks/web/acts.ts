import { csvPieces } from '@/core/csv'
import { pieces, type Route, redirect, route, rowPages } from '@/hooks'
import { TASK_LINES } from '../contract'
import { texts } from '../i18n'
import { resumeTask, stopTask } from '../service/changeTask'
import { type LineRow, ofTask } from '../service/rows'
import { mayFollow, taskHref } from './access'
import { findFor, reasonOf } from './show'

/** A post that stops or resumes, and goes back to the act's page. */
const act = (path: 'arreter' | 'reprendre', verb: typeof stopTask, said: 'stopped' | 'resumed'): Route =>
  route({
    path: `${taskHref(':id')}/${path}`,
    access: mayFollow,
    get: async (ctx) => redirect(taskHref(ctx.params.id ?? '')),
    post: async (ctx) => {
      const found = await findFor(ctx)
      if ('reply' in found) return found.reply
      if (!ctx.who) return { type: 'forbidden' }
      const result = await verb(ctx.app, found.row.id, ctx.who)
      return redirect(
        taskHref(found.row.id),
        result.ok
          ? { kind: 'success', text: texts(ctx.lang)[said] }
          : { kind: 'refusal', text: ctx.reason(result) },
      )
    },
  })

/** The refused lines as a file, in the order in which they were met. */
const download = route({
  path: `${taskHref(':id')}/refus.csv`,
  access: mayFollow,
  get: async (ctx) => {
    const found = await findFor(ctx)
    if ('reply' in found) return found.reply
    const t = texts(ctx.lang)
    async function* pages() {
      for await (const rows of rowPages<LineRow>(ctx.app, TASK_LINES, ofTask(ctx.params.id ?? '')))
        yield rows.map((row) => [row.line, row.column ?? '', row.given ?? '', reasonOf(ctx, row)])
    }
    return pieces({
      contentType: 'text/csv; charset=utf-8',
      headers: { 'Content-Disposition': `attachment; filename="${t.file}.csv"` },
      body: csvPieces([t.line, t.column, t.given, t.reason], pages()),
    })
  },
})

export const actRoutes: Route[] = [
  act('arreter', stopTask, 'stopped'),
  act('reprendre', resumeTask, 'resumed'),
  download,
]
