import { keepsGrants } from '@/core/access'
import type { Standing } from '@/core/person'
import type { App } from '@/hooks'
import { standingAt } from '../domain/standing'

/** Of these people, those whose grants have effect as they stand now: not who is suspended or gone. One query. */
export async function keepingGrants(app: App, people: readonly string[]): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const now = app.clock.now()
  const { docs } = await app.payload.db.find<{
    id: string
    person: string
    standing: Standing
    until?: string | null
    before?: Standing | null
  }>({ collection: 'standings', where: { person: { in: [...people] } }, pagination: false, limit: 0 })
  return new Set(docs.filter((row) => keepsGrants(standingAt(row, now))).map((row) => row.person))
}
