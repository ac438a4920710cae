import type { Standing } from '@/core/person'

/** Standings from which one may apply: those who are in already, or were put out, write to us instead. */
const MAY_APPLY: readonly Standing[] = ['prospect', 'applicant', 'refused', 'lapsed', 'left']

export const mayApply = (standing: Standing): boolean => MAY_APPLY.includes(standing)
