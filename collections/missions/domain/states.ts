/** draft → to-verify → published → closed; withdrawn from any of the first three. */
export const STATES = ['draft', 'to-verify', 'published', 'closed', 'withdrawn'] as const
export type State = (typeof STATES)[number]

/**
 * cooperative: at most three respondents join into one grouped answer; comparative: at most three proposals,
 * side by side.
 */
export const MODES = ['cooperative', 'comparative'] as const
export type Mode = (typeof MODES)[number]

/** Members see these. */
export const isOpenToMembers = (state: State): boolean => state === 'published' || state === 'closed'
