import type { Where } from 'payload'
import { MINUTE } from '@/core/clock'
import { type App, compareAndSet, traced, traceNow, withoutSecrets } from '@/hooks'
import { MAILS, type MailAttachment, type MailState } from '../contract'
import { outcomeOf, type SmtpFailure } from '../domain/outcome'
import { nextAttempt } from '../domain/retry'
import type { Mailer } from './mailer'

type MailRow = {
  id: string
  to: string
  template: string
  lang: string
  subject: string
  html: string
  text: string
  attachments?: string | null
  unsubscribe?: string | null
  secret?: boolean | null
  state: MailState
  attempts: number
  queuedAt: string
  messageId: string
  origin?: string | null
}

const BATCH = 20
/** A mail being sent for longer than this was cut by a crash and is offered again. */
const LOCK_MS = 5 * MINUTE
const MAX_ERROR = 500

export type Sendings = { sent: number; postponed: number; failed: number; kept: number }

/**
 * Offers every mail whose turn has come to the server, one after the other. Several processes may do so at
 * once: each mail is claimed by a conditional write. At least once: where the connection drops before the
 * server's answer, the mail is offered again under the same Message-ID.
 *
 * Without a mailer because none is configured, mails are kept; where one is only not there yet, they wait.
 */
export async function sendDueMails(
  app: App,
  mailer: Mailer | undefined,
  cut?: AbortSignal,
): Promise<Sendings> {
  const count: Sendings = { sent: 0, postponed: 0, failed: 0, kept: 0 }
  if (!mailer) {
    if (!app.settings.mailConfigured) await keepAll(app, count)
    return count
  }
  for (;;) {
    const due = await dueMails(app)
    for (const mail of due) {
      if (cut?.aborted) return count
      const until = await claim(app, mail)
      if (!until) continue
      const trace = { ...traceNow(), ...(mail.origin ? { request: mail.origin } : {}) }
      const served = await traced(trace, () => offer(app, mailer, mail, until, count))
      if (!served) return count
    }
    if (due.length < BATCH) return count
  }
}

/** Queued and its turn has come, or being sent for so long that it was cut: nextAt says both. */
const dueNow = (now: Date): Where[] => [
  { state: { in: ['queued', 'sending'] } },
  { nextAt: { less_than_equal: now.toISOString() } },
]

/** The next to be offered: what is one of many only where nothing else is due, so that a letter to all delays others by a batch at most. */
async function dueMails(app: App): Promise<MailRow[]> {
  const first = await dueOf(app, { bulk: { not_equals: 1 } }, BATCH)
  if (first.length === BATCH) return first
  return [...first, ...(await dueOf(app, { bulk: { equals: 1 } }, BATCH - first.length))]
}

async function dueOf(app: App, of: Where, limit: number): Promise<MailRow[]> {
  const { docs } = await app.payload.db.find({
    collection: MAILS,
    where: { and: [...dueNow(app.clock.now()), of] },
    sort: 'nextAt',
    limit,
    pagination: false,
  })
  return docs as unknown as MailRow[]
}

/** Ours until the instant returned, which also tells this claim from any other; null when someone was faster. */
async function claim(app: App, mail: MailRow): Promise<string | null> {
  const now = app.clock.now()
  const until = new Date(now.getTime() + LOCK_MS).toISOString()
  const won = await compareAndSet(
    app,
    MAILS,
    { and: [{ id: { equals: mail.id } }, { attempts: { equals: mail.attempts } }, ...dueNow(now)] },
    { state: 'sending', nextAt: until, attempts: mail.attempts + 1 },
  )
  return won ? until : null
}

/** Offers one mail; false when the server cannot be used now, so that the rest had better wait. */
async function offer(
  app: App,
  mailer: Mailer,
  mail: MailRow,
  until: string,
  count: Sendings,
): Promise<boolean> {
  try {
    await mailer.send({ ...mail, attachments: attachmentsOf(mail) })
  } catch (thrown) {
    return afterFailure(app, mail, until, thrown, count)
  }
  const blanked = mail.secret ? { html: '', text: '', attachments: null } : {}
  await finish(app, mail, until, {
    state: 'sent',
    sentAt: app.clock.now().toISOString(),
    error: null,
    ...blanked,
  })
  count.sent += 1
  return true
}

const attachmentsOf = ({ attachments }: MailRow): MailAttachment[] =>
  attachments ? JSON.parse(attachments) : []

async function afterFailure(
  app: App,
  mail: MailRow,
  until: string,
  thrown: unknown,
  count: Sendings,
): Promise<boolean> {
  const outcome = outcomeOf((thrown ?? {}) as SmtpFailure)
  const error = describe(thrown)
  const now = app.clock.now()
  const again = outcome === 'refused' ? null : nextAttempt(new Date(mail.queuedAt), mail.attempts + 1, now)
  // The server's words may name the recipient: they stay in the outbox, out of the log.
  const { code, responseCode, command } = (thrown ?? {}) as SmtpFailure
  const what = {
    mail: mail.id,
    template: mail.template,
    attempts: mail.attempts + 1,
    code,
    responseCode,
    command,
  }
  if (again) {
    count.postponed += 1
    await finish(app, mail, until, { state: 'queued', nextAt: again.toISOString(), error })
    if (outcome === 'service') app.log.error(what, 'the mail server cannot be used; mails wait')
    else app.log.warn(what, 'a mail was put off by the server; it will be offered again')
  } else {
    count.failed += 1
    await finish(app, mail, until, { state: 'failed', error })
    app.log.error(what, 'a mail was given up; staff can send it again')
  }
  return outcome !== 'service'
}

async function finish(app: App, mail: MailRow, until: string, data: Record<string, unknown>): Promise<void> {
  const mine: Where = {
    and: [{ id: { equals: mail.id } }, { state: { equals: 'sending' } }, { nextAt: { equals: until } }],
  }
  if (!(await compareAndSet(app, MAILS, mine, data))) {
    app.log.warn({ mail: mail.id }, 'a mail was taken over while it was being sent')
  }
}

/** The server was taken out of the configuration while mails were waiting: they are kept like the others. */
async function keepAll(app: App, count: Sendings): Promise<void> {
  for (;;) {
    const due = await dueMails(app)
    for (const mail of due) {
      const mine: Where = { and: [{ id: { equals: mail.id } }, ...dueNow(app.clock.now())] }
      if (await compareAndSet(app, MAILS, mine, { state: 'kept' })) count.kept += 1
    }
    if (due.length < BATCH) break
  }
  if (count.kept > 0) app.log.info({ kept: count.kept }, 'no mail server is configured: mails are kept')
}

function describe(thrown: unknown): string {
  const text = withoutSecrets(thrown instanceof Error ? thrown.message : String(thrown))
  const line = text.split('\n', 1)[0] ?? ''
  return line.slice(0, MAX_ERROR)
}
