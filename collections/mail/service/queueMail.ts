import { createHash } from 'node:crypto'
import { ok, type Result, unwrap } from '@/core/result'
import { type App, insertOnce, traceNow } from '@/hooks'
import { MAILS, type NewMail } from '../contract'
import { findTemplate, renderMail } from './renderMail'

/**
 * Writes a mail into the outbox, once a key; true when it was not there already. It is sent soon after, by
 * whichever process runs the jobs. Without an SMTP server it is kept, and staff is told.
 *
 * Goes through the service, so that a call from Payload's admin (Next's copy of this code, which cannot
 * render mails) is answered by the running program.
 */
export const queueMail = async (app: App, mail: NewMail): Promise<boolean> =>
  unwrap(await app.call('mail.queue', mail)).queued

/** The service `mail.queue`. @throws on a template no module offers: a bug. */
export async function writeMail(app: App, mail: NewMail): Promise<Result<{ queued: boolean }>> {
  const template = findTemplate(app.installed, mail.template)
  if (!template) throw new Error(`no mail template ${mail.template}`)
  const { subject, html, text } = await renderMail(template, mail.data, mail.lang, app.settings.publicUrl)
  const now = app.clock.now().toISOString()
  const kept = !app.settings.mailConfigured
  const id = await insertOnce(app, MAILS, {
    key: mail.key,
    to: mail.to,
    person: mail.person ?? null,
    template: template.id,
    lang: mail.lang,
    subject,
    html,
    text,
    attachments: mail.attachments?.length ? JSON.stringify(mail.attachments) : null,
    bulk: mail.bulk ? 1 : 0,
    unsubscribe: mail.unsubscribe ?? null,
    secret: template.secret === true,
    state: kept ? 'kept' : 'queued',
    attempts: 0,
    queuedAt: now,
    nextAt: now,
    origin: traceNow().request ?? null,
    messageId: messageId(mail.key, app.settings.publicUrl),
  })
  if (id === null) return ok({ queued: false })
  if (kept) app.log.info({ mail: id, template: template.id }, 'no mail server is configured: a mail is kept')
  else app.nudge(MAILS)
  return ok({ queued: true })
}

/** The same for every attempt at the same mail, so that one that arrived twice can be recognised as one. */
function messageId(key: string, publicUrl: string): string {
  const { hostname } = new URL(publicUrl)
  const domain = /[a-z]/i.test(hostname) && !hostname.startsWith('[') ? hostname : 'localhost'
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domain}>`
}
