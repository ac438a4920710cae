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
  /** One of many: it leaves when nothing is waiting that somebody waits for. */
  bulk?: boolean
  /** Where its reader says in one click that they wish no more such mails (RFC 2369, RFC 8058: it answers a POST). */
  unsubscribe?: string
  /** Small text files that go with it: an invitation for calendars. */
  attachments?: readonly MailAttachment[]
}

/** Kept beside the text until it is blanked; a `text/calendar` is offered as mail programs expect an invitation. */
export type MailAttachment = {
  name: string
  /** As a header says it: `text/calendar; method=REQUEST`. */
  type: string
  content: string
}

/** Slug of the outbox. */
export const MAILS = 'mails'

/**
 * queued → sending → sent, or back to queued after a refusal that may pass, or failed after one that will
 * not. kept: written while no SMTP server is configured; sent only if staff asks.
 */
export const MAIL_STATES = ['queued', 'sending', 'sent', 'failed', 'kept'] as const
export type MailState = (typeof MAIL_STATES)[number]

declare module '@/hooks' {
  interface Services {
    /** Writes a mail into the outbox; `queued` is false when the key was there already. */
    'mail.queue': { input: NewMail; output: { queued: boolean } }
  }
}
