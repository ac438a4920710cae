/** A loge: a neighbourhood's concierge, with its coordinator and providers. Types and names only. */

export const LOGES = 'loges'

/** forming: the team is being gathered; active: open to clients; paused: not shown to the public. */
export const LOGE_STATES = ['forming', 'active', 'paused'] as const
export type LogeState = (typeof LOGE_STATES)[number]

export type Loge = {
  id: string
  slug: string
  name: string
  /** Communes, one a line. */
  territory: string
  presentation: string
  /** Skills looked for, one a line. */
  wantedSkills: string
  state: LogeState
}

export const REASONS = ['loge.unknown'] as const
export type LogeReason = (typeof REASONS)[number]

/** The topic of cached pages that show loges. */
export const TOPIC = 'loges'
