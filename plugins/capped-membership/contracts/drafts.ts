/** Drafts in the contract of membership: what was written before it was filed. Types and names only. */

export const DRAFTS = 'application-drafts'

/** draft: kept to be gone on with. confirm: sent in, and waits for its address to be confirmed. */
export const DRAFT_PURPOSES = ['draft', 'confirm'] as const
export type DraftPurpose = (typeof DRAFT_PURPOSES)[number]

export const DRAFT_REASONS = [
  /** The link is wrong, or what it led to was erased or forgotten. */
  'draft.unknown',
] as const

declare module '@/hooks' {
  interface Actions {
    /** Something was written under an address that is not proven yet: its link is to be sent, the n-th time. */
    'application.drafted': { draft: string; sending: number }
  }
}
