import type { Row, Seal } from '../contract'
import { lateOf } from '../domain/lateOf'
import type { LedgerStore } from '../store/port'
import { printOf, printsOf, rowHash } from './digest'

const PAGE = 1_000
const SEALS = 50

/** Rows in ranges sealed since `floor` that no seal covers: they landed after their range was sealed. */
export async function findLate(store: LedgerStore, last: Seal, floor: string): Promise<Row[]> {
  const seals = await sealsSince(store, last, floor)
  const known = new Set(seals.flatMap(lateOf))
  const late: Row[] = []
  for (const seal of seals) {
    const prints = new Set(printsOf(seal))
    let after = seal.from
    while (after < seal.to) {
      const rows = await store.page({ after, upTo: seal.to, limit: PAGE })
      for (const row of rows) if (!known.has(row.id) && !prints.has(printOf(rowHash(row)))) late.push(row)
      if (rows.length < PAGE) break
      after = rows.at(-1)?.id ?? seal.to
    }
  }
  return late
}

/** Oldest first. */
async function sealsSince(store: LedgerStore, last: Seal, floor: string): Promise<Seal[]> {
  let found: Seal[] = []
  for (let before = last.seq; before > 0; before -= SEALS) {
    const afterSeq = Math.max(before - SEALS, 0)
    const page = (await store.seals({ afterSeq, limit: before - afterSeq })).filter((s) => s.to >= floor)
    found = [...page, ...found]
    if (page.length < before - afterSeq) break
  }
  return found
}
