import type { AccountProjection, AccountState, Checkpoint, Row, Seal } from '../contract'
import { isAccountKey } from '../domain/accountKeys'
import { checkRow } from '../domain/checkRow'
import { type Finding, finding } from '../domain/finding'
import { lateOf } from '../domain/lateOf'
import { AccountReplay } from '../domain/replayAccount'
import { SettlesReplay } from '../domain/replaySettles'
import { projectionOf } from '../domain/state'
import type { LedgerStore } from '../store/port'
import { readState, stateAt } from './readState'
import { checkChain, SealsReplay } from './replaySeals'

const PAGE = 2_000

export type VerifyOptions = {
  readonly now: Date
  /** The projection's rows, to be compared. */
  readonly projection?: AsyncIterable<AccountProjection> | Iterable<AccountProjection>
  /** A seal noted elsewhere (a backup's log): it must be in the chain. Only this shows that the end was cut. */
  readonly head?: Pick<Seal, 'seq' | 'hash'>
  /** How far clocks may differ, in ms. Default 2 min. */
  readonly skew?: number
  /** Rows older than this should be sealed, in ms. Default 40 min: the sealing job's lag and look-back. */
  readonly sealWithin?: number
  /** Findings after which it stops. Default 1,000. */
  readonly enough?: number
}

export type Verified = {
  readonly findings: Finding[]
  readonly rows: number
  readonly accounts: number
  readonly seals: number
  /** To be noted outside the database. */
  readonly head: Pick<Seal, 'seq' | 'hash'> | null
}

/**
 * Replays everything, a page at a time: memory holds one state an account, the open holds, the unfinished
 * groups. Best run on a quiet ledger or a copy: rows that land meanwhile may show as pending findings.
 */
export async function verify(store: LedgerStore, options: VerifyOptions): Promise<Verified> {
  const { now, skew = 120_000, sealWithin = 2_400_000, enough = 1_000 } = options
  const findings: Finding[] = []
  const report = (found: Finding | null) => {
    if (found && findings.length < enough) findings.push(found)
  }
  for (const index of await store.missingIndexes()) report(finding('index.missing', index))

  const chain = await checkSeals(store, options.head, report)
  const checkpoints = await lastCheckpoints(store)
  const seals = new SealsReplay(chain.late, now.getTime() - sealWithin, report)
  const settles = new SettlesReplay(report)
  const accounts = new Map<string, AccountReplay>()
  const replayOf = (key: string): AccountReplay => {
    const known = accounts.get(key)
    if (known) return known
    const replay = new AccountReplay(key, skew, report)
    accounts.set(key, replay)
    return replay
  }

  let count = 0
  const addRow = async (row: Row) => {
    count += 1
    report(checkRow(row))
    settles.add(row)
    if (row.settles.startsWith('reverse:')) report(await checkReversal(store, row))
    for (const key of row.debit === row.credit ? [row.debit] : [row.debit, row.credit]) {
      if (!isAccountKey(key)) continue
      const replay = replayOf(key)
      const checkpoint = checkpoints.get(key)
      if (checkpoint && row.id > checkpoint.upTo) {
        report(compareCheckpoint(checkpoint, replay.state))
        checkpoints.delete(key)
      }
      replay.add(row)
    }
  }

  let after = ''
  for await (const seal of allSeals(store)) {
    seals.start(seal)
    for await (const row of rowsOf(store, after, seal.to)) {
      seals.add(row)
      await addRow(row)
    }
    seals.close()
    after = seal.to > after ? seal.to : after
    if (findings.length >= enough) break
  }
  for await (const row of rowsOf(store, after)) {
    seals.unsealed(row)
    await addRow(row)
    if (findings.length >= enough) break
  }

  settles.end()
  let sum = 0
  for (const [key, replay] of accounts) {
    replay.end()
    sum += replay.state.balance
    const checkpoint = checkpoints.get(key)
    if (checkpoint) report(compareCheckpoint(checkpoint, replay.state))
  }
  if (sum !== 0) report(finding('sum.not-zero', 'all accounts', String(sum)))
  if (options.projection) {
    for await (const row of options.projection) {
      report(await compareProjection(store, row, accounts.get(row.key)?.state))
    }
  }
  return { findings, rows: count, accounts: accounts.size, seals: chain.seals, head: chain.head }
}

type Report = (found: Finding | null) => void

async function checkSeals(store: LedgerStore, head: VerifyOptions['head'], report: Report) {
  const late = new Set<string>()
  let before: Seal | null = null
  let seals = 0
  let headFound = false
  for await (const seal of allSeals(store)) {
    report(checkChain(before, seal))
    for (const id of lateOf(seal)) late.add(id)
    if (seal.seq === head?.seq && seal.hash === head.hash) headFound = true
    before = seal
    seals += 1
  }
  if (head && !headFound) report(finding('seal.chain', String(head.seq), 'the noted seal is not there'))
  return { late, seals, head: before && { seq: before.seq, hash: before.hash } }
}

async function* allSeals(store: LedgerStore): AsyncGenerator<Seal> {
  let afterSeq = 0
  for (;;) {
    const page = await store.seals({ afterSeq, limit: 50 })
    yield* page
    const last = page.at(-1)
    if (!last || page.length < 50) return
    afterSeq = last.seq
  }
}

async function* rowsOf(store: LedgerStore, from: string, upTo?: string): AsyncGenerator<Row> {
  let after = from
  for (;;) {
    const page = await store.page({ after, limit: PAGE, ...(upTo === undefined ? {} : { upTo }) })
    yield* page
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.id
  }
}

/** Only the last one of each account is ever used. */
async function lastCheckpoints(store: LedgerStore): Promise<Map<string, Checkpoint>> {
  const last = new Map<string, Checkpoint>()
  let afterKey = ''
  for (;;) {
    const page = await store.checkpoints({ afterKey, limit: PAGE })
    for (const checkpoint of page) {
      const known = last.get(checkpoint.account)
      if (!known || known.seq < checkpoint.seq) last.set(checkpoint.account, checkpoint)
    }
    const end = page.at(-1)
    if (!end || page.length < PAGE) return last
    afterKey = end.key
  }
}

function compareCheckpoint(checkpoint: Checkpoint, state: AccountState): Finding | null {
  const said = stateAt(checkpoint)
  const different = (Object.keys(state) as (keyof AccountState)[]).filter((k) => said[k] !== state[k])
  return different.length === 0 ? null : finding('checkpoint.wrong', checkpoint.key, different.join(', '))
}

/** A reversal gives back the whole of a movement that took place. */
async function checkReversal(store: LedgerStore, row: Row): Promise<Finding | null> {
  const original = await store.find('key', row.settles.slice('reverse:'.length))
  if (!original) return finding('settle.unfounded', row.key, row.settles)
  if (row.batch !== null) {
    const fits = original.kind === 'post' && original.key === original.batch && original.legs === row.legs
    return fits ? null : finding('settle.unfounded', row.key, row.settles)
  }
  const posted =
    original.kind === 'transfer' ||
    (original.kind === 'hold' && (await store.find('settles', original.key))?.kind === 'post')
  if (!posted) return finding('settle.unfounded', row.key, row.settles)
  const back =
    original.debit === row.credit && original.credit === row.debit && original.amount === row.amount
  return back ? null : finding('settle.amount', row.key)
}

/** A projection may be behind, or ahead of what was replayed if rows landed meanwhile; then ask again. */
async function compareProjection(
  store: LedgerStore,
  row: AccountProjection,
  replayed: AccountState | undefined,
): Promise<Finding | null> {
  if (replayed && row.rows < replayed.rows) return finding('projection.behind', row.key)
  const state =
    replayed && row.rows === replayed.rows ? replayed : await readState(store, row.key, { whole: true })
  const right = projectionOf(state)
  const different = (Object.keys(right) as (keyof AccountProjection)[]).filter((k) => right[k] !== row[k])
  return different.length === 0 ? null : finding('projection.wrong', row.key, different.join(', '))
}
