import { type CsvRow, csvPieces, withoutGuard } from '@/core/csv'
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

/** The heads of what was given; those of our own go, where it was a file of refused lines itself. */
const headsOf = (heads: readonly string[] | undefined, ours: readonly string[]) =>
  heads && ours.every((head, i) => heads.at(i - ours.length) === head) ? heads.slice(0, -ours.length) : heads

/** A line as wide as the table, whatever it was: what stands behind it has columns of its own. */
const cellsOf = ({ cells }: LineRow, width: number): string[] => {
  const given = cells ? (JSON.parse(cells) as string[]) : []
  return Array.from({ length: width }, (_, i) => withoutGuard(given[i] ?? ''))
}

/**
 * The refused lines as a file, in the order in which they were met: where they came from a table, that table with what
 * is wrong behind it, so that it can be mended and given again.
 */
const download = route({
  path: `${taskHref(':id')}/refus.csv`,
  access: mayFollow,
  get: async (ctx) => {
    const found = await findFor(ctx)
    if ('reply' in found) return found.reply
    const t = texts(ctx.lang)
    const { row: task, kind } = found
    const heads = headsOf(kind.heads?.(JSON.parse(task.input) as never), [t.line, t.reason])
    const line = (row: LineRow): CsvRow =>
      heads
        ? [...cellsOf(row, heads.length), row.line, reasonOf(ctx, row)]
        : [row.line, row.column ?? '', row.given ?? '', reasonOf(ctx, row)]
    async function* pages() {
      for await (const rows of rowPages<LineRow>(ctx.app, TASK_LINES, ofTask(task.id))) yield rows.map(line)
    }
    return pieces({
      contentType: 'text/csv; charset=utf-8',
      headers: { 'Content-Disposition': `attachment; filename="${t.file}.csv"` },
      body: csvPieces(heads ? [...heads, t.line, t.reason] : [t.line, t.column, t.given, t.reason], pages()),
    })
  },
})

export const actRoutes: Route[] = [
  act('arreter', stopTask, 'stopped'),
  act('reprendre', resumeTask, 'resumed'),
  download,
]
