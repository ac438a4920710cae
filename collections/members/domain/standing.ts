import type { Standing } from '@/core/person'

/**
 * From each standing, those it may become (domain.md, People). `erased` is final. Whoever has an account may be
 * suspended: staff need not be members, and an account in wrong hands must be shut at once.
 */
const NEXT: Record<Standing, readonly Standing[]> = {
  prospect: ['applicant', 'left', 'suspended', 'erased'],
  applicant: ['prospect', 'accepted', 'refused', 'left', 'suspended', 'erased'],
  // Lapsed again: who had lapsed, asked to come back and then did not.
  accepted: ['prospect', 'active', 'lapsed', 'refused', 'left', 'suspended', 'erased'],
  active: ['grace', 'lapsed', 'suspended', 'left', 'erased'],
  grace: ['active', 'lapsed', 'suspended', 'left', 'erased'],
  lapsed: ['applicant', 'accepted', 'active', 'left', 'suspended', 'erased'],
  refused: ['applicant', 'suspended', 'erased'],
  suspended: ['prospect', 'applicant', 'accepted', 'active', 'grace', 'lapsed', 'refused', 'left', 'erased'],
  left: ['applicant', 'accepted', 'erased'],
  erased: [],
}

export const mayBecome = (from: Standing, to: Standing): boolean => NEXT[from].includes(to)

export type StandingRow = {
  standing: Standing
  /** Suspensions only: when it ends (ISO), and the standing that holds again then. */
  until?: string | null
  before?: Standing | null
}

/** A suspension whose end has come. */
export const isSuspensionOver = (row: StandingRow, now: Date): boolean =>
  row.standing === 'suspended' && Boolean(row.until && row.before && new Date(row.until) <= now)

/** The standing that holds now: a suspension past its end gives back the standing before it. */
export function standingAt(row: StandingRow, now: Date): Standing {
  return isSuspensionOver(row, now) && row.before ? row.before : row.standing
}

/** Since when that standing holds: what comes back after a suspension does so at its end. */
export function sinceAt(row: StandingRow & { since?: string | null }, now: Date): string | null {
  return (isSuspensionOver(row, now) ? row.until : row.since) ?? null
}
