/** The mission bank, thin: what is asked, where it stands. Types and names only. */
import type { Mode, State } from './domain/states'

export { MODES, type Mode, STATES, type State } from './domain/states'

export const MISSIONS = 'missions'
/** Who brought a mission and how to reach them: a row of its own, closed to members. */
export const PROSPECTS = 'mission-prospects'

export const REASONS = [
  'mission.unknown',
  'mission.not-yours',
  'mission.staff-only',
  'mission.not-now',
  'mission.loge-not-yours',
  'mission.deadline-past',
  'mission.changed',
  /** The form had brought another mission already: sent again it is a second one. */
  'mission.already-sent',
  /** Sent back without a word on what to review. */
  'mission.remark-missing',
] as const
export type MissionReason = (typeof REASONS)[number]

export type MissionFact = { mission: string; postedBy: string; loge: string | null }

declare module '@/hooks' {
  interface Actions {
    'mission.proposed': MissionFact
    'mission.published': MissionFact & { by: string }
    /** Staff sent it back to its poster. */
    'mission.returned': MissionFact & { by: string }
    'mission.closed': MissionFact & { by: string }
    'mission.withdrawn': MissionFact & { by: string }
  }
}

/** What a mission says, to members. */
export type MissionText = {
  title: string
  brief: string
  /** Skills wanted, one a line. */
  skills: string
  mode: Mode
  /** Id of a loge, or null for the whole association. */
  loge: string | null
  /** In words: « 400 € environ », « à discuter ». */
  budget: string
  /** Civil date by which answers are wanted; null for none. */
  deadline: string | null
}

export type Mission = MissionText & {
  id: string
  postedBy: string
  state: State
  since: string
  publishedAt: string | null
  /** Staff's words when it was sent back. */
  remark: string | null
}

export type Prospect = { name: string; organisation: string; email: string; phone: string; notes: string }
