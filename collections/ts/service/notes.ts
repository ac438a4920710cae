import { newId } from '@/core/ids'
import { type App, compareAndSet, insertOnce } from '@/hooks'
import { NOTES } from '../admin/notes'

/** Keeps the free text of a reason apart from the entries. Returns the note's key, which an entry carries. */
export async function writeNote(
  app: App,
  note: { text: string; by: string; about?: string; key?: string },
): Promise<string> {
  const key = note.key ?? newId()
  await insertOnce(app, NOTES, {
    key,
    text: note.text,
    by: note.by,
    about: note.about ?? null,
    at: app.clock.now().toISOString(),
  })
  return key
}

/** The texts of some notes, by key; erased ones are null. */
export async function readNotes(app: App, keys: readonly string[]): Promise<Map<string, string | null>> {
  if (keys.length === 0) return new Map()
  const { docs } = await app.payload.db.find<{ id: string; key: string; text: string | null }>({
    collection: NOTES,
    where: { key: { in: [...new Set(keys)] } },
    limit: keys.length,
    pagination: false,
  })
  return new Map(docs.map((n) => [n.key, n.text ?? null]))
}

/** Erases a note's text; the entry that carries its key does not change. */
export const eraseNote = (app: App, key: string): Promise<boolean> =>
  compareAndSet(
    app,
    NOTES,
    { and: [{ key: { equals: key } }, { erasedAt: { exists: false } }] },
    { text: null, erasedAt: app.clock.now().toISOString() },
  )
