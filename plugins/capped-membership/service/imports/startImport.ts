import { startTask } from '@/collections/tasks/service'
import type { Person } from '@/core/person'
import { type Result, refuse } from '@/core/result'
import type { App } from '@/hooks'
import { missingColumns } from '../../domain/imports/columns'
import { readList } from './readList'
import { findImport, mappingOf } from './rows'

/** Begins the import of a list, with the columns as they are now; begun twice, it is done once. Refusals: `import.*`, `task.*`. */
export async function startImport(
  app: App,
  ask: { import: string; agreed: boolean; by: Person },
): Promise<Result<{ task: string; already: boolean }>> {
  const row = await findImport(app, ask.import)
  if (!row?.text) return refuse('import.gone')
  if (!ask.agreed) return refuse('import.consent-missing')
  const list = readList(row.text)
  if (!list.ok) return list
  const mapping = mappingOf(row)
  if (missingColumns(mapping).length > 0) return refuse('import.columns-missing')
  return startTask(app, {
    kind: 'membership.import',
    input: { import: row.id, season: row.season, file: row.name, mapping, heads: list.value.heads },
    key: row.id,
    total: row.lines,
    by: ask.by,
  })
}
