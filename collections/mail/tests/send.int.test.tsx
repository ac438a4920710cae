import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY, fixedClock, MINUTE } from '@/core/clock'
import { newId } from '@/core/ids'
import type { MailTemplate } from '@/hooks'
import { bootPayload, makeApp, stopAll } from '@/hooks/runtime/tests/support'
import { MAILS, type NewMail } from '../contract'
import { mailModule } from '../index'
import { forgetMails } from '../service/forgetMails'
import { createMailer, type Mailer, setMailer } from '../service/mailer'
import { queueMail } from '../service/queueMail'
import { releaseKept } from '../service/releaseKept'
import { retryMail } from '../service/retryMail'
import { type Sendings, sendDueMails } from '../service/sendDueMails'
import { mailTodo } from '../todo'
import { smtpServer } from './smtp'

const hello: MailTemplate = {
  id: 'test.hello',
  subject: ({ name }, lang) => (lang === 'fr' ? `Bonjour\n${name}` : `Hello ${name}`),
  view: ({ name, link }, lang) => (
    <>
      <p>{lang === 'fr' ? `Bonjour ${name}, à bientôt` : `Hello ${name}, see you`}</p>
      <p>
        <a href={String(link)}>Lien</a>
      </p>
    </>
  ),
  example: { name: 'Zoé', link: 'https://asso.example.org/x' },
}
const key: MailTemplate = { ...hello, id: 'test.key', secret: true }

type MailRow = {
  id: string
  state: string
  attempts: number
  error: string | null
  nextAt: string
  html: string
  text: string
  to: string
  subject: string
  person: string | null
  messageId: string
  sentAt: string | null
  attachments?: string | null
}

type World = Awaited<ReturnType<typeof world>>

async function world({ configured = true } = {}) {
  const clock = fixedClock('2026-11-02T08:00:00Z')
  const payload = await bootPayload('mail', mailModule.collections)
  const { app, lines } = await makeApp({
    payload,
    clock,
    modules: [mailModule, { id: 'test', mails: [hello, key] }],
    mailConfigured: configured,
  })
  const mail = (more: Partial<NewMail> = {}): NewMail => ({
    key: newId(),
    to: 'zoe@example.org',
    lang: 'fr',
    template: 'test.hello',
    data: hello.example,
    ...more,
  })
  const row = async (mailKey: string): Promise<MailRow> => {
    const found = await payload.db.findOne({ collection: MAILS, where: { key: { equals: mailKey } } })
    if (!found) throw new Error('no such mail')
    return found as unknown as MailRow
  }
  return { app, lines, clock, mail, row, payload }
}

let smtp: Awaited<ReturnType<typeof smtpServer>> | undefined
let mailer: Mailer | undefined

/** A server that behaves so, and a mailer to reach it. */
async function reach(behaviour: Parameters<typeof smtpServer>[0], query = '', login = '') {
  smtp = await smtpServer(behaviour)
  mailer = createMailer({
    smtpUrl: `smtp://${login}127.0.0.1:${smtp.port}${query}`,
    from: 'Compagnon <asso@example.org>',
  })
  return { smtp, mailer }
}

const none: Sendings = { sent: 0, postponed: 0, failed: 0, kept: 0 }

beforeEach(async () => {
  const { payload } = await world()
  await payload.db.deleteMany({ collection: MAILS, where: {} })
})
afterEach(async () => {
  mailer?.close()
  setMailer(undefined)
  await smtp?.close()
  await stopAll()
  smtp = undefined
  mailer = undefined
})

/** Moves the clock to the mail's next attempt. */
async function wait({ clock, row }: World, mailKey: string): Promise<void> {
  clock.set((await row(mailKey)).nextAt)
}

describe('sending', () => {
  it('carries text, HTML, accents and a Message-ID, over one connection', async () => {
    const w = await world()
    const { smtp, mailer } = await reach({})
    const fr = w.mail({ person: 'p1' })
    const en = w.mail({ lang: 'en' })
    expect(await queueMail(w.app, fr)).toBe(true)
    expect(await queueMail(w.app, en)).toBe(true)
    expect(await sendDueMails(w.app, mailer)).toEqual({ ...none, sent: 2 })
    const [first, second] = smtp.received
    expect(first).toMatchObject({
      subject: 'Bonjour Zoé',
      from: { address: 'asso@example.org', name: 'Compagnon' },
      to: [{ address: 'zoe@example.org' }],
      messageId: (await w.row(fr.key)).messageId,
    })
    expect(first?.text).toContain('Bonjour Zoé, à bientôt\n\nLien (https://asso.example.org/x)')
    expect(first?.html).toContain('<p>Bonjour Zoé, à bientôt</p>')
    expect(first?.headers.find((h) => h.key === 'auto-submitted')?.value).toBe('auto-generated')
    expect(second?.subject).toBe('Hello Zoé')
    expect(smtp.sessions()).toBe(1)
    expect(await w.row(fr.key)).toMatchObject({ state: 'sent', attempts: 1, error: null, person: 'p1' })
    expect((await w.row(fr.key)).sentAt).toBe(w.clock.now().toISOString())
    expect(await sendDueMails(w.app, mailer)).toEqual(none)
  })

  it('says in its head where to decline such mails, whatever the length of the link', async () => {
    const { app, mail } = await world()
    const { smtp, mailer } = await reach({})
    const unsubscribe = `https://asso.example.org/nouvelles/${'a'.repeat(90)}.b_c-d`
    await queueMail(app, mail({ unsubscribe }))
    await queueMail(app, mail())
    await sendDueMails(app, mailer)
    const heads = smtp.received.map(({ headers }) => new Map(headers.map(({ key, value }) => [key, value])))
    expect(heads.map((head) => head.get('list-unsubscribe'))).toEqual([`<${unsubscribe}>`, undefined])
    expect(heads.map((head) => head.get('list-unsubscribe-post'))).toEqual([
      'List-Unsubscribe=One-Click',
      undefined,
    ])
  })

  it('carries an invitation both as an alternative and as a file, and other files beside', async () => {
    const w = await world()
    const { smtp, mailer } = await reach({})
    const calendar = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'
    const mail = w.mail({
      person: 'p2',
      attachments: [
        { name: 'entretien.ics', type: 'text/calendar; method=REQUEST', content: calendar },
        { name: 'adresse.txt', type: 'text/plain', content: 'Été, 12 rue des Arts' },
      ],
    })
    await queueMail(w.app, mail)
    await sendDueMails(w.app, mailer)
    const files = smtp.received[0]?.attachments ?? []
    const read = (content: string | ArrayBuffer | Uint8Array) =>
      (typeof content === 'string' ? content : new TextDecoder().decode(content)).replaceAll('\r', '').trim()
    expect(files.map((f) => [f.mimeType, f.filename ?? null, read(f.content)])).toEqual(
      expect.arrayContaining([
        ['application/ics', 'entretien.ics', calendar.replaceAll('\r', '').trim()],
        ['text/plain', 'adresse.txt', 'Été, 12 rue des Arts'],
      ]),
    )
    const invitation = files.find((f) => f.mimeType === 'text/calendar')
    expect(invitation?.method).toBe('REQUEST')
    // Erased with the person.
    await forgetMails(w.app, 'p2')
    expect((await w.row(mail.key)).attachments).toBeNull()
  })

  it('sends one mail a key, however often and from wherever it is queued', async () => {
    const w = await world()
    const { smtp, mailer } = await reach({})
    const mail = w.mail()
    const queued = await Promise.all(Array.from({ length: 10 }, () => queueMail(w.app, mail)))
    expect(queued.filter(Boolean).length).toBe(1)
    const counts = await Promise.all([sendDueMails(w.app, mailer), sendDueMails(w.app, mailer)])
    expect(counts.reduce((n, c) => n + c.sent, 0)).toBe(1)
    expect(await queueMail(w.app, mail)).toBe(false)
    await sendDueMails(w.app, mailer)
    expect(smtp.received.length).toBe(1)
  })

  it('offers a greylisted mail again later', async () => {
    const w = await world()
    const { smtp, mailer } = await reach({ rcpt: [{ code: 451, words: '4.7.1 greylisted' }, null] })
    const mail = w.mail()
    await queueMail(w.app, mail)
    expect(await sendDueMails(w.app, mailer)).toEqual({ ...none, postponed: 1 })
    expect(await w.row(mail.key)).toMatchObject({ state: 'queued', attempts: 1 })
    expect((await w.row(mail.key)).error).toContain('greylisted')
    expect(await sendDueMails(w.app, mailer)).toEqual(none)
    await wait(w, mail.key)
    expect(await sendDueMails(w.app, mailer)).toEqual({ ...none, sent: 1 })
    expect(smtp.received.length).toBe(1)
    expect(await w.row(mail.key)).toMatchObject({ state: 'sent', attempts: 2, error: null })
  })

  it('gives up a mail refused for good, tells staff, and goes on with the next', async () => {
    const w = await world()
    const { smtp, mailer } = await reach({ rcpt: [{ code: 550, words: '5.1.1 no such mailbox' }, null] })
    const [bad, good] = [w.mail({ to: 'nobody@example.org' }), w.mail()]
    await queueMail(w.app, bad)
    w.clock.advance(1)
    await queueMail(w.app, good)
    expect(await sendDueMails(w.app, mailer)).toEqual({ ...none, failed: 1, sent: 1 })
    expect(await w.row(bad.key)).toMatchObject({ state: 'failed', attempts: 1 })
    expect((await w.row(bad.key)).error).toContain('no such mailbox')
    // The address stays in the outbox, out of the log.
    expect(JSON.stringify(w.lines)).not.toContain('nobody@example.org')
    expect(w.lines.some((l) => l.level === 'error' && l.message?.includes('given up'))).toBe(true)
    const someone = { standing: 'active', grants: [{ role: 'administrator' }] } as never
    expect(await mailTodo(w.app, someone, 'fr')).toMatchObject([{ count: 1 }])
    expect(await mailTodo(w.app, null, 'fr')).toEqual([])
    w.clock.advance(60 * MINUTE)
    expect(await sendDueMails(w.app, mailer)).toEqual(none)
    expect(await retryMail(w.app, (await w.row(bad.key)).id)).toMatchObject({ ok: true })
    expect(await sendDueMails(w.app, mailer)).toEqual({ ...none, sent: 1 })
    expect(smtp.received.length).toBe(2)
    expect(await retryMail(w.app, (await w.row(bad.key)).id)).toEqual({
      ok: false,
      reason: 'mail.not-failed',
    })
  })

  it('waits when the mailbox is full (452), after the text too', async () => {
    const w = await world()
    const { smtp, mailer } = await reach({ data: [{ code: 452, words: '4.2.2 mailbox full' }, null] })
    const mail = w.mail()
    await queueMail(w.app, mail)
    expect(await sendDueMails(w.app, mailer)).toEqual({ ...none, postponed: 1 })
    await wait(w, mail.key)
    expect(await sendDueMails(w.app, mailer)).toEqual({ ...none, sent: 1 })
    expect(smtp.received.length).toBe(1)
  })

  it('gives up after five days of being put off', async () => {
    const w = await world()
    const { mailer } = await reach({ rcpt: [{ code: 451, words: 'later' }] })
    const mail = w.mail()
    await queueMail(w.app, mail)
    for (let i = 0; i < 3; i++) {
      await wait(w, mail.key)
      expect(await sendDueMails(w.app, mailer)).toEqual({ ...none, postponed: 1 })
    }
    w.clock.advance(5 * DAY)
    expect(await sendDueMails(w.app, mailer)).toEqual({ ...none, failed: 1 })
    expect(await w.row(mail.key)).toMatchObject({ state: 'failed', attempts: 4 })
    // Staff sends it again: its days are counted anew.
    await retryMail(w.app, (await w.row(mail.key)).id)
    expect(await sendDueMails(w.app, mailer)).toEqual({ ...none, postponed: 1 })
  })

  it('offers a mail again when the connection drops before the answer, recognisable as the same', async () => {
    const w = await world()
    const { smtp, mailer } = await reach({ data: ['drop', null] })
    const mail = w.mail()
    await queueMail(w.app, mail)
    expect(await sendDueMails(w.app, mailer)).toEqual({ ...none, postponed: 1 })
    await wait(w, mail.key)
    expect(await sendDueMails(w.app, mailer)).toEqual({ ...none, sent: 1 })
    expect(smtp.received.length).toBe(2)
    expect(new Set(smtp.received.map((m) => m.messageId)).size).toBe(1)
  })

  it('takes a wrong password for the server’s trouble: mails wait, only one is tried', async () => {
    const w = await world()
    const { mailer, smtp } = await reach({ login: { user: 'u', password: 'right' } }, '', 'u:wrong@')
    const mails = [w.mail(), w.mail(), w.mail()]
    for (const mail of mails) await queueMail(w.app, mail)
    expect(await sendDueMails(w.app, mailer)).toEqual({ ...none, postponed: 1 })
    const states = await Promise.all(mails.map(async (m) => (await w.row(m.key)).state))
    expect(states).toEqual(['queued', 'queued', 'queued'])
    expect(w.lines.some((l) => l.level === 'error' && l.data.responseCode === 535)).toBe(true)
    const right = createMailer({ smtpUrl: `smtp://u:right@127.0.0.1:${smtp.port}`, from: 'asso@example.org' })
    w.clock.advance(5 * MINUTE)
    expect(await sendDueMails(w.app, right)).toEqual({ ...none, sent: 3 })
    right.close()
  })

  it('waits when nobody answers at all', async () => {
    const w = await world()
    const { smtp, mailer } = await reach({})
    await smtp.close()
    const mail = w.mail()
    await queueMail(w.app, mail)
    expect(await sendDueMails(w.app, mailer)).toEqual({ ...none, postponed: 1 })
    expect(await w.row(mail.key)).toMatchObject({ state: 'queued', attempts: 1 })
  })

  it('speaks STARTTLS, and does not trust a certificate it cannot check unless told to', async () => {
    const w = await world()
    const { smtp, mailer } = await reach({ options: { hideSTARTTLS: false } })
    const mail = w.mail()
    await queueMail(w.app, mail)
    expect(await sendDueMails(w.app, mailer)).toEqual({ ...none, postponed: 1 })
    expect(smtp.received.length).toBe(0)
    const trusting = createMailer({
      smtpUrl: `${smtp.url}?tls.rejectUnauthorized=false`,
      from: 'a@example.org',
    })
    await wait(w, mail.key)
    expect(await sendDueMails(w.app, trusting)).toEqual({ ...none, sent: 1 })
    trusting.close()
    expect(smtp.secured()).toBeGreaterThan(0)
  })

  it('offers again what a process was sending when it died', async () => {
    const w = await world()
    const { mailer } = await reach({})
    const mail = w.mail()
    await queueMail(w.app, mail)
    const dead: Mailer = { send: () => new Promise(() => undefined), close: () => undefined }
    void sendDueMails(w.app, dead)
    while ((await w.row(mail.key)).state !== 'sending') await new Promise((r) => setTimeout(r, 5))
    expect(await sendDueMails(w.app, mailer)).toEqual(none)
    w.clock.advance(5 * MINUTE)
    expect(await sendDueMails(w.app, mailer)).toEqual({ ...none, sent: 1 })
  })

  it('never makes two recipients of one address', async () => {
    const w = await world()
    const { smtp, mailer } = await reach({})
    const mail = w.mail({ to: 'a@example.org, b@example.org' })
    await queueMail(w.app, mail)
    await sendDueMails(w.app, mailer)
    for (const got of smtp.received) expect(got.to?.length).toBe(1)
  })

  it('is a job that a queued mail brings forward', async () => {
    const w = await world()
    const { smtp, mailer } = await reach({})
    setMailer(mailer)
    await w.app.start()
    await new Promise((r) => setTimeout(r, 100))
    await queueMail(w.app, w.mail())
    const until = performance.now() + 5_000
    while (smtp.received.length === 0 && performance.now() < until)
      await new Promise((r) => setTimeout(r, 10))
    expect(smtp.received.length).toBe(1)
  })
})

describe('without a server', () => {
  it('keeps mails, says so, and sends them only when staff asks', async () => {
    const w = await world({ configured: false })
    const mails = [w.mail(), w.mail()]
    for (const mail of mails) await queueMail(w.app, mail)
    expect((await w.row(mails[0]?.key ?? '')).state).toBe('kept')
    expect(w.lines.filter((l) => l.message?.includes('a mail is kept')).length).toBe(2)
    expect(await releaseKept(w.app)).toEqual({ ok: false, reason: 'mail.not-configured' })
    expect(await sendDueMails(w.app, undefined)).toEqual(none)

    const later = await world()
    const { smtp, mailer } = await reach({})
    expect(await sendDueMails(later.app, mailer)).toEqual(none)
    expect(await releaseKept(later.app)).toEqual({ ok: true, value: 2 })
    expect(await sendDueMails(later.app, mailer)).toEqual({ ...none, sent: 2 })
    expect(smtp.received.length).toBe(2)
  })

  it('keeps what waited when the server was taken out of the configuration', async () => {
    const before = await world()
    const mail = before.mail()
    await queueMail(before.app, mail)
    // Configured, but the server has not handed over its mailer yet: it waits.
    expect(await sendDueMails(before.app, undefined)).toEqual(none)
    expect((await before.row(mail.key)).state).toBe('queued')
    const after = await world({ configured: false })
    expect(await sendDueMails(after.app, undefined)).toEqual({ ...none, kept: 1 })
    expect((await after.row(mail.key)).state).toBe('kept')
  })
})

describe('what is kept of a mail', () => {
  it('blanks one that lets its reader in, once it is sent', async () => {
    const w = await world()
    const { smtp, mailer } = await reach({})
    const mail = w.mail({ template: 'test.key' })
    await queueMail(w.app, mail)
    expect((await w.row(mail.key)).html).toContain('https://asso.example.org/x')
    await sendDueMails(w.app, mailer)
    expect(smtp.received[0]?.html).toContain('https://asso.example.org/x')
    expect(await w.row(mail.key)).toMatchObject({ state: 'sent', html: '', text: '' })
  })

  it('blanks those of a person who is erased, and sends none of them any more', async () => {
    const w = await world()
    const { smtp, mailer } = await reach({})
    const [sent, waiting, other] = [
      w.mail({ person: 'gone' }),
      w.mail({ person: 'gone' }),
      w.mail({ person: 'here' }),
    ]
    await queueMail(w.app, sent)
    await sendDueMails(w.app, mailer)
    await queueMail(w.app, waiting)
    await queueMail(w.app, other)
    await forgetMails(w.app, 'gone')
    expect(await w.row(sent.key)).toMatchObject({ state: 'sent', to: '—', person: null, html: '', text: '' })
    expect(await w.row(waiting.key)).toMatchObject({ state: 'failed', to: '—', subject: '—' })
    await sendDueMails(w.app, mailer)
    expect(smtp.received.length).toBe(2)
    expect((await w.row(other.key)).to).toBe('zoe@example.org')
  })

  it('refuses a template nobody offers: a bug', async () => {
    const w = await world()
    await expect(queueMail(w.app, w.mail({ template: 'none' }))).rejects.toThrow('no mail template none')
  })
})
