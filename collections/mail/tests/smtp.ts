import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** An answer of the server: a code and its words. */
export type Answer = { code: number; words: string }

type Behaviour = {
  /** Answers to RCPT TO, one a time it is asked; the last one stays. `null` is yes. */
  rcpt?: (Answer | null)[]
  /** Answers after the mail's text, likewise. `drop` closes the connection without an answer. */
  data?: (Answer | null | 'drop')[]
  mailFrom?: Answer
  /** The one sign-in accepted; none is asked for when absent. */
  login?: { user: string; password: string }
  options?: SMTPServerOptions
}

const refusal = ({ code, words }: Answer) => Object.assign(new Error(words), { responseCode: code })
const next = <T>(answers: T[] | undefined): T | null => {
  if (!answers?.length) return null
  return answers.length > 1 ? (answers.shift() ?? null) : (answers[0] ?? null)
}

/** A real SMTP server on loopback that takes mails, or answers as told. */
export async function smtpServer(behaviour: Behaviour = {}) {
  const received: Email[] = []
  const connections = new Set<Socket>()
  let sessions = 0
  let secured = 0
  const server = new SMTPServer({
    disabledCommands: behaviour.login ? [] : ['AUTH'],
    // Only on loopback: signing in without TLS is what some of the tests want.
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    onConnect(_, done) {
      sessions += 1
      done()
    },
    onSecure(_, __, done) {
      secured += 1
      done()
    },
    onAuth(auth, _, done) {
      const fits = auth.username === behaviour.login?.user && auth.password === behaviour.login?.password
      if (fits) done(null, { user: auth.username })
      else done(refusal({ code: 535, words: '5.7.8 authentication failed' }))
    },
    onMailFrom(_, __, done) {
      done(behaviour.mailFrom ? refusal(behaviour.mailFrom) : null)
    },
    onRcptTo(_, __, done) {
      const answer = next(behaviour.rcpt)
      done(answer ? refusal(answer) : null)
    },
    onData(stream, _, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        const mail = await PostalMime.parse(Buffer.concat(parts))
        const answer = next(behaviour.data)
        // The worst moment: it has the mail and never says so.
        if (answer === 'drop') {
          received.push(mail)
          for (const socket of connections) socket.destroy()
          return
        }
        if (answer) return done(refusal(answer))
        received.push(mail)
        done()
      })
    },
    ...behaviour.options,
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    received,
    sessions: () => sessions,
    secured: () => secured,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of connections) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
