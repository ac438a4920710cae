import { ok, refuse } from '@/core/result'
import type { RefusedLine, TaskKind } from '@/hooks'
import { isWrong, readEntries } from '../../domain/imports/entries'
import { importTexts } from '../../i18n/imports'
import { todayOf } from '../readCounter'
import { findSeason } from '../rows'
import { importsMembers } from './access'
import { importLine } from './importLine'
import { readList } from './readList'
import { findImport } from './rows'

/** Lines a step: an account costs some fifty milliseconds, most of it for its password. */
const LINES = 10

/** The lines of a list become members, ten at a step; the cursor is how many were gone through. */
export const importTask: TaskKind<'membership.import'> = {
  title: ({ file }, lang) => importTexts(lang).task(file),
  counts: (lang) => importTexts(lang).counts,
  access: importsMembers,
  heads: ({ heads }) => heads,
  href: ({ season }) => `/bureau/saisons/${season}`,
  step: async (app, { input, cursor, by }) => {
    const [row, season] = await Promise.all([findImport(app, input.import), findSeason(app, input.season)])
    if (!row?.text) return refuse('import.gone')
    if (!season) return refuse('season.unknown')
    const list = readList(row.text)
    if (!list.ok) return list
    // The whole list each time: an address given twice is found wherever its first line stands.
    const frame = { feeCents: season.feeCents, today: todayOf(app) }
    const entries = readEntries(list.value.lines, input.mapping, frame)
    const from = Number(cursor)
    const part = entries.slice(from, from + LINES)
    const cellsAt = (i: number) => list.value.lines[from + i]?.cells ?? []
    const counts: Record<string, number> = {}
    const refused: RefusedLine[] = []
    for (const [i, entry] of part.entries()) {
      const cells = cellsAt(i)
      if (isWrong(entry)) {
        refused.push({
          ...entry,
          cells,
          column: list.value.heads[input.mapping[entry.column] ?? -1] ?? entry.column,
        })
        continue
      }
      const source = `import:${row.id}:${entry.line}`
      const outcome = await importLine(app, { entry, season, source, by })
      if (outcome.ok) counts[outcome.value] = (counts[outcome.value] ?? 0) + 1
      else {
        const column = list.value.heads[input.mapping.email ?? -1] ?? 'email'
        refused.push({ line: entry.line, column, given: entry.email, refusal: outcome, cells })
      }
    }
    const reached = from + part.length
    return ok({
      next: reached >= entries.length ? null : String(reached),
      done: part.length,
      counts,
      refused,
    })
  },
}
