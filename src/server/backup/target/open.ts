import { ok, type Refusal, type Result, refuse } from '@/core/result'
import { missingUniqueIndexes } from '../../checkIndexes'
import { sqlitePath } from '../../database'
import { copyFile, migrate, schemaOfFile } from '../../migrate'
import { isNewer, noteSchema, schemaOfMongo } from '../../schemaVersion'
import { guardSqlite } from '../../sqliteGuard'
import { type Opened, openDatabase } from '../openDatabase'
import { holderAtWork } from './marker'

export type TargetReason = 'database.busy' | 'database.full' | 'database.newer' | 'database.pushed'
/** `copy`: where a file is kept that had to be migrated first. */
export type Target = Opened & { readonly copy: string | undefined }

/** Takes a database to write into: nobody else may be using it. It is brought to this program's schema. */
export function openTarget(uri: string, replace: boolean): Promise<Result<Target, TargetReason>> {
  return uri.startsWith('file:') ? openSqlite(uri, replace) : openMongo(uri)
}

async function openSqlite(uri: string, replace: boolean): Promise<Result<Target, TargetReason>> {
  const file = sqlitePath(uri)
  const release = await guardSqlite(file)
  if (!release) return refuse('database.busy', { where: file })
  const { state, unknown } = await schemaOfFile(file)
  // A file that is behind is migrated to be emptied; that must not be unasked, nor without a copy.
  if (state === 'newer' || state === 'pushed' || (state === 'behind' && !replace)) {
    release()
    if (state === 'newer') return refuse('database.newer', { names: unknown.join(', ') })
    return state === 'pushed'
      ? refuse('database.pushed', { file })
      : refuse('database.full', { section: file })
  }
  const copy = state === 'behind' ? await copyFile(file, new Date()) : undefined
  return prepared(
    await openDatabase(uri),
    async ({ payload }) => {
      await migrate(payload, () => undefined)
      return null
    },
    release,
    copy,
  )
}

async function openMongo(uri: string): Promise<Result<Target, TargetReason>> {
  return prepared(await openDatabase(uri), async ({ payload }) => {
    const found = await schemaOfMongo(payload)
    if (found !== undefined && isNewer(found)) return refuse('database.newer', { names: found })
    const missing = await missingUniqueIndexes(payload)
    if (missing.length > 0) throw new Error(`unique indexes are missing: ${missing.join(', ')}`)
    // A file is guarded; here a program at work is known by its lease.
    const where = await holderAtWork(payload, new Date())
    if (where !== undefined) return refuse('database.busy', { where })
    await noteSchema(payload, new Date())
    return null
  })
}

/** Lets go of the database again when it cannot be had. */
async function prepared(
  opened: Opened,
  prepare: (opened: Opened) => Promise<Refusal<TargetReason> | null>,
  release: () => void = () => undefined,
  copy?: string,
): Promise<Result<Target, TargetReason>> {
  const close = async () => {
    await opened.close()
    release()
  }
  try {
    const refused = await prepare(opened)
    if (!refused) return ok({ payload: opened.payload, close, copy })
    await close()
    return refused
  } catch (error) {
    await close()
    throw error
  }
}
