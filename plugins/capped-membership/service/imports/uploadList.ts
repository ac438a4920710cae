import type { Person } from '@/core/person'
import { ok, type Result, refuse } from '@/core/result'
import { type App, insertOnce } from '@/hooks'
import { IMPORTS } from '../../contract'
import { guessMapping } from '../../domain/imports/columns'
import { decodeText } from '../../domain/imports/decode'
import { mayAct } from '../actor'
import { findSeason } from '../rows'
import { importsMembers } from './access'
import { readList } from './readList'

const MOST_BYTES = 4 * 1024 * 1024

/**
 * Keeps a list of members until it is imported: read once to see that it is a table, its columns guessed by their heads.
 * Refusals: `staff.not-allowed`, `season.unknown`, `import.*`.
 */
export async function uploadList(
  app: App,
  ask: { file: { name: string; data: Uint8Array }; season: string; by: Person },
): Promise<Result<{ id: string }>> {
  const allowed = mayAct(ask.by, importsMembers)
  if (!allowed.ok) return allowed
  if (!(await findSeason(app, ask.season))) return refuse('season.unknown')
  if (ask.file.data.length > MOST_BYTES)
    return refuse('import.too-large', { megabytes: MOST_BYTES / 1024 / 1024 })
  const decoded = decodeText(ask.file.data)
  if (!decoded.ok) return decoded
  const list = readList(decoded.value.text)
  if (!list.ok) return list
  const id = await insertOnce(app, IMPORTS, {
    // The name is shown again: no path, no more than a line.
    name: (ask.file.name.split(/[\\/]/).pop() ?? '').trim().slice(0, 120) || 'liste.csv',
    season: ask.season,
    lines: list.value.lines.length,
    text: decoded.value.text,
    mapping: JSON.stringify(guessMapping(list.value.heads)),
    by: ask.by.id,
  })
  if (!id) throw new Error('a list could not be kept')
  return ok({ id })
}
