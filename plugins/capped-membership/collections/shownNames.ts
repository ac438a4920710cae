import type { Field, PayloadRequest } from 'payload'
import { readPeople } from '@/collections/members/service'
import { appOf } from '@/hooks'
import { allSeasons } from '../service/rows'
import { both } from './labels'

/*
 * Rows that are evidence hold plain ids; staff reads names. These columns are not stored: names are read when a
 * list is shown, in one query for all its rows.
 */

type Batch = { ids: Set<string>; names: Promise<Map<string, string>> }
type Load = (ids: readonly string[]) => Promise<Map<string, string>>

const people: Load = async (ids) =>
  new Map([...(await readPeople(appOf(), ids))].map(([id, card]) => [id, card.name]))
const seasons: Load = async () => new Map((await allSeasons(appOf())).map((s) => [s.id, s.name]))

/** Gathers the ids that the rows of one request ask for in one turn, then asks once. */
function nameOf(req: PayloadRequest, kind: string, id: string, load: Load): Promise<string | undefined> {
  const context = req.context as Record<string, Batch | undefined>
  const slot = `names:${kind}`
  let batch = context[slot]
  if (!batch) {
    const ids = new Set<string>()
    const names = new Promise<void>((turn) => setImmediate(turn)).then(() => {
      delete context[slot]
      return load([...ids])
    })
    batch = { ids, names }
    context[slot] = batch
  }
  batch.ids.add(id)
  return batch.names.then((found) => found.get(id))
}

const shown = (name: string, from: string, label: ReturnType<typeof both>, load: Load): Field => ({
  name,
  label,
  type: 'text',
  virtual: true,
  admin: { readOnly: true, disableListFilter: true },
  hooks: {
    afterRead: [
      ({ siblingData, req }) => {
        const id = siblingData[from]
        return typeof id === 'string' && id ? nameOf(req, from, id, load) : undefined
      },
    ],
  },
})

export const personName = (): Field => shown('personName', 'person', both('Nom', 'Name'), people)
export const seasonName = (): Field => shown('seasonName', 'season', both('Saison', 'Season'), seasons)
