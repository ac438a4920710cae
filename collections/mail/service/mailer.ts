import { createTransport, type SendMailOptions } from 'nodemailer'
import { MINUTE, SECOND } from '@/core/clock'
import type { MailAttachment } from '../contract'

export type OutgoingMail = {
  to: string
  subject: string
  html: string
  text: string
  messageId: string
  lang: string
  attachments?: readonly MailAttachment[]
  unsubscribe?: string | null
}

/** How mails leave: one connection, kept open between mails. */
export type Mailer = {
  /** @throws nodemailer's error when the server did not take it, or may not have. */
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

/** Beyond this, a server that trickles its answers is given up. */
const LONGEST_SENDING_MS = 2 * MINUTE

/**
 * @param smtpUrl `smtp://user:password@host:587`, `smtps://…`; nodemailer's options may follow as a query
 *   (`?tls.rejectUnauthorized=false`)
 * @param from `Name <address>`
 */
export function createMailer({ smtpUrl, from }: { smtpUrl: string; from: string }): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 1,
    // The outbox tries again, and knows how often; the pool must not do so behind its back.
    maxRequeues: 0,
    idleTimeout: 30 * SECOND,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 30 * SECOND,
    // What we send is text we made: never a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0])
  return {
    async send(mail) {
      const options = {
        from,
        // As an object: a comma in an address must not make two of it.
        to: { name: '', address: mail.to },
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        messageId: mail.messageId,
        ...filesOf(mail.attachments ?? []),
        // RFC 3834: holiday answers should not be sent to it.
        headers: {
          'Auto-Submitted': 'auto-generated',
          'Content-Language': mail.lang,
          ...(mail.unsubscribe ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
        },
        ...(mail.unsubscribe ? { list: { unsubscribe: mail.unsubscribe } } : {}),
        signal: AbortSignal.timeout(LONGEST_SENDING_MS),
      }
      await transport.sendMail(options as SendMailOptions)
    },
    close: () => transport.close(),
  }
}

/** An invitation stands among the alternatives as well as beside them: what mail programs look for (RFC 6047). */
function filesOf(attachments: readonly MailAttachment[]): Partial<SendMailOptions> {
  const invitation = attachments.find((file) => file.type.startsWith('text/calendar'))
  const others = attachments.filter((file) => file !== invitation)
  return {
    ...(invitation
      ? {
          icalEvent: {
            filename: invitation.name,
            method: /method=(\w+)/i.exec(invitation.type)?.[1] ?? 'PUBLISH',
            content: invitation.content,
          },
        }
      : {}),
    ...(others.length > 0
      ? {
          attachments: others.map(({ name, type, content }) => ({
            filename: name,
            contentType: type,
            content,
          })),
        }
      : {}),
  }
}

/** On globalThis, as the App is: Next's bundle holds its own copy of this file. */
const KEY = Symbol.for('compagnon.mailer')
type Holder = { [KEY]?: Mailer }

/** The server hands over its mailer at start, and takes it back (undefined) before it closes it. */
export const setMailer = (mailer: Mailer | undefined): void => {
  ;(globalThis as Holder)[KEY] = mailer
}

export const mailerInUse = (): Mailer | undefined => (globalThis as Holder)[KEY]
