import type { Lang } from '@/core/lang'

/** A mail to send. `key` makes it once: the same key queued twice is one mail. */
export type NewMail = {
  key: string
  to: string
  /** The person it goes to, when it is one of ours: shown to staff, blanked on erasure. */
  person?: string
  lang: Lang
  /** Id of a template some module offers. */
  template: string
  data: Record<string, string | number>
}
