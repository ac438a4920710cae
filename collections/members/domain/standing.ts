import type { Standing } from '@/core/person'

/** From each standing, those it may become (domain.md, People). `erased` is final. */
const NEXT: Record<Standing, readonly Standing[]> = {
  prospect: ['applicant', 'erased'],
  applicant: ['accepted', 'refused', 'left', 'suspended', 'erased'],
  accepted: ['active', 'refused', 'left', 'suspended', 'erased'],
  active: ['grace', 'lapsed', 'suspended', 'left', 'erased'],
  grace: ['active', 'lapsed', 'suspended', 'left', 'erased'],
  lapsed: ['applicant', 'accepted', 'active', 'left', 'suspended', 'erased'],
  refused: ['applicant', 'erased'],
  suspended: ['prospect', 'applicant', 'accepted', 'active', 'grace', 'lapsed', 'left', 'erased'],
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

/** The standing that holds now: a suspension past its end gives back the standing before it. */
export function standingAt(row: StandingRow, now: Date): Standing {
  if (row.standing === 'suspended' && row.until && row.before && new Date(row.until) <= now) return row.before
  return row.standing
}
