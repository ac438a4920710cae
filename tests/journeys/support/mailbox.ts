import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type Received = { to: string; subject: string; text: string; at: number }

/** A real SMTP server that keeps what it is sent. */
export async function openMailbox(): Promise<{
  url: string
  waitFor: (to: string, subject: RegExp) => Promise<Received>
  close: () => Promise<void>
}> {
  const mails: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (c: Buffer) => chunks.push(c))
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          for (const to of session.envelope.rcptTo) {
            mails.push({ to: to.address, subject: mail.subject ?? '', text: mail.text ?? '', at: Date.now() })
          }
          done()
        }, done)
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    async waitFor(to, subject) {
      const end = Date.now() + 30_000
      for (;;) {
        const found = mails.findLast((m) => m.to === to && subject.test(m.subject))
        if (found) return found
        if (Date.now() > end)
          throw new Error(
            `no mail to ${to} about ${subject}; there are: ${mails.map((m) => `${m.to} ${m.subject}`).join('; ')}`,
          )
        await new Promise((r) => setTimeout(r, 100))
      }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
