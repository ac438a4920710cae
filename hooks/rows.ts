import type { CollectionSlug, Where } from 'payload'
import { newId } from '@/core/ids'
import type { App } from './app'
import type { ActionName, Actions } from './names'
import type { Deciding } from './readRows'
import { traceNow } from './trace'

/** A fact as it rides in a deciding row, until the relay has copied it to the outbox. */
export type FactOf<N extends ActionName = ActionName> = {
  name: N
  key: string
  at: string
  data: Actions[N]
  /** The request in the course of which it came to pass. */
  origin?: string
}
export type NewFact = { [N in ActionName]: FactOf<N> }[ActionName]

/** A fact under a key derived from the change, so that recording it twice is harmless. */
export const fact = <N extends ActionName>(app: App, name: N, key: string, data: Actions[N]): NewFact =>
  ({
    name,
    key: `${name}:${key}`,
    at: app.clock.now().toISOString(),
    data,
    ...origin(traceNow().request),
  }) as NewFact

const origin = (request: string | undefined) => (request ? { origin: request } : {})

type Row = Record<string, unknown>

/** Did the database refuse a write because a unique index already holds the value? */
export function isDuplicate(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const e = error as Error & {
    code?: unknown
    rawCode?: unknown
    cause?: unknown
    data?: { errors?: { message?: string }[] }
  }
  if (e.code === 11_000 || e.code === 'SQLITE_CONSTRAINT_UNIQUE' || e.code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
    return true
  if (/UNIQUE constraint failed|E11000/.test(e.message)) return true
  // Payload turns both into a ValidationError on the first field of the index.
  if (
    e.name === 'ValidationError' &&
    e.data?.errors?.some((x) => /unique|duplicate|unicité|déjà/i.test(x.message ?? ''))
  )
    return true
  return e.cause !== undefined && e.cause !== error && isDuplicate(e.cause)
}

/**
 * Inserts a row unless a unique index already holds its key: the way to do something once.
 * Bypasses Payload's hooks, access and validation: for services, on rows whose values they made.
 * Returns the row's id, or null when it was there already.
 */
export async function insertOnce(app: App, collection: CollectionSlug, row: Row): Promise<string | null> {
  const now = app.clock.now().toISOString()
  const id = (row.id as string | undefined) ?? newId()
  try {
    await app.payload.db.create({ collection, data: { createdAt: now, updatedAt: now, ...row, id } })
    return id
  } catch (error) {
    if (isDuplicate(error)) return null
    throw error
  }
}

/**
 * Changes the one row that matches, in one conditional write; false when none matched (someone was
 * faster, or the state forbids it). The only way a state changes: never read, then write.
 */
export async function compareAndSet(
  app: App,
  collection: CollectionSlug,
  where: Where,
  data: Row,
): Promise<boolean> {
  const changed = await app.payload.db.updateOne({
    collection,
    where,
    data: { ...data, updatedAt: app.clock.now().toISOString() },
    options: { atomic: true },
  } as Parameters<typeof app.payload.db.updateOne>[0])
  return changed !== null && changed !== undefined
}

/** Inserts a deciding row with its facts; null when a unique index already holds its key. */
export async function insertDeciding(
  app: App,
  collection: CollectionSlug,
  row: Row,
  facts: NewFact[],
): Promise<string | null> {
  const id = await insertOnce(app, collection, {
    ...row,
    rev: 1,
    facts: facts.length ? JSON.stringify(facts) : null,
    factsPending: facts.length ? 1 : 0,
  })
  if (id && facts.length) app.nudge(collection)
  return id
}

/**
 * Decides on a row as it was read: one write that holds only if nobody changed it meanwhile (`rev`), and
 * carries its facts. Facts not yet relayed stay in, so `seen` must be the whole row. False when someone was
 * faster: read again, decide again.
 */
export async function decide(
  app: App,
  collection: CollectionSlug,
  seen: Deciding,
  data: Row,
  facts: NewFact[],
): Promise<boolean> {
  // Facts wait that were not read (the row was read in part): writing would lose them, so it does not match.
  const unread: Where[] = waitingFacts(seen).length ? [] : [{ factsPending: { not_equals: 1 } }]
  const won = await compareAndSet(
    app,
    collection,
    { and: [{ id: { equals: seen.id } }, { rev: { equals: seen.rev } }, ...unread] },
    { ...data, ...carried(seen, facts) },
  )
  if (won && facts.length) app.nudge(collection)
  return won
}

const waitingFacts = (seen: Deciding): NewFact[] =>
  seen.factsPending && seen.facts ? JSON.parse(seen.facts) : []

function carried(seen: Deciding, facts: readonly NewFact[]) {
  const all = [...waitingFacts(seen), ...facts]
  return {
    rev: seen.rev + 1,
    facts: all.length ? JSON.stringify(all) : null,
    factsPending: all.length ? 1 : 0,
  }
}

/**
 * A row as it stands once `decide` has held: what may be decided on further without reading it again. Without the facts
 * it carries, the next decision would not match (see above).
 */
export const decided = <T extends Deciding, D extends object>(
  seen: T,
  data: D,
  facts: readonly NewFact[],
): T & D => ({ ...seen, ...data, ...carried(seen, facts) })
