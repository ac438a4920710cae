import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import qs from 'qs'
import Stripe from 'stripe'
import * as make from './objects'
import { problemsWith, type Root } from './schema'

/*
 * Stripe as far as we use it, over HTTP: sessions that live, are paid and expire, payments, refunds, disputes,
 * idempotency keys, lists in pages, signed webhooks. Each request and each answer is held to Stripe's own types; what
 * does not fit is refused, and noted in `violations`, which a test expects to be empty. It can be down, answer and lose
 * the answer, keep refunds waiting.
 */

type Metadata = Record<string, string>
type Answer = { status: number; body: object }
type Trouble = 'none' | 'down' | 'lost-answers' | 'lost-acts'

const WEBHOOK_SECRET = 'whsec_counterpart_secret'
const SECRET_KEY = 'sk_test_counterpart'
const HALF_HOUR = 30 * 60
const DAY = 24 * 60 * 60

class Refused extends Error {
  constructor(
    readonly status: number,
    readonly error: { type: string; code?: string; message: string; param?: string },
  ) {
    super(error.message)
  }
}
const bad = (message: string, code?: string) =>
  new Refused(400, { type: 'invalid_request_error', message, ...(code ? { code } : {}) })

export class FakeStripe {
  readonly sessions = new Map<string, Stripe.Checkout.Session>()
  readonly intents = new Map<string, Stripe.PaymentIntent>()
  readonly charges = new Map<string, Stripe.Charge>()
  readonly refunds = new Map<string, Stripe.Refund>()
  /** What was told, or is to be told: a test delivers it, in whatever order. */
  readonly events: Stripe.Event[] = []
  /** Where we broke Stripe's contract, or it did. */
  readonly violations: string[] = []
  /** Requests served, by method and template. */
  readonly served: string[] = []
  /** What was asked by POST, and under which idempotency key. */
  readonly asked: { path: string; key: string | undefined; params: qs.ParsedQs }[] = []
  trouble: Trouble = 'none'
  /** Address of Stripe's own stripe-mock: each request passes it first (stripeMock.ts). */
  mock: string | undefined
  refundStatus: 'succeeded' | 'pending' = 'succeeded'
  now: () => Date = () => new Date()
  readonly #keys = new Map<string, { request: string; answer: Answer }>()
  readonly #intentMetadata = new Map<string, { metadata: Metadata; description: string | null }>()
  #server: ReturnType<typeof createServer> | undefined
  url = ''

  static async start(): Promise<FakeStripe> {
    const fake = new FakeStripe()
    fake.#server = createServer((req, res) => void fake.#serve(req, res))
    await new Promise<void>((done) => fake.#server?.listen(0, '127.0.0.1', done))
    fake.url = `http://127.0.0.1:${(fake.#server.address() as AddressInfo).port}`
    return fake
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections()
    await new Promise((done) => this.#server?.close(done))
  }

  /** What the program is given to reach it. */
  get settings() {
    return { secretKey: SECRET_KEY, webhookSecret: WEBHOOK_SECRET, apiBase: this.url }
  }

  // What people do at Stripe

  /** Somebody types a card number. */
  pay(sessionId: string): Stripe.Checkout.Session {
    const session = this.#session(sessionId)
    if (session.status !== 'open') throw new Error(`the page ${sessionId} is ${session.status}`)
    Object.assign(session, { status: 'complete', payment_status: 'paid', url: null })
    this.#charge(session)
    this.#tell('checkout.session.completed', session)
    return session
  }

  /** Somebody pays by a way whose bank answers later. */
  payLater(sessionId: string): void {
    const session = this.#session(sessionId)
    Object.assign(session, { status: 'complete', url: null })
    this.#tell('checkout.session.completed', session)
  }

  bankAnswers(sessionId: string, yes: boolean): void {
    const session = this.#session(sessionId)
    if (yes) {
      Object.assign(session, { payment_status: 'paid' })
      this.#charge(session)
    }
    this.#tell(
      yes ? 'checkout.session.async_payment_succeeded' : 'checkout.session.async_payment_failed',
      session,
    )
  }

  /** Time goes by: pages whose time is over close. */
  expireDue(): void {
    const now = this.#seconds()
    for (const session of this.sessions.values())
      if (session.status === 'open' && session.expires_at <= now) this.#expire(session)
  }

  /** Staff gives money back from the dashboard. */
  refundByHand(paymentIntent: string, cents?: number): Stripe.Refund {
    return this.#refund({ payment_intent: paymentIntent, ...(cents ? { amount: cents } : {}) })
  }

  /** A refund that was waiting, or seemed done, ends otherwise. */
  endRefund(id: string, status: 'succeeded' | 'failed'): void {
    const refund = this.refunds.get(id)
    if (!refund) throw new Error(`no refund ${id}`)
    Object.assign(refund, {
      status,
      ...(status === 'failed' ? { failure_reason: 'lost_or_stolen_card' } : {}),
    })
    if (status === 'failed') {
      const charge = this.#chargeOf(String(refund.payment_intent))
      Object.assign(charge, { amount_refunded: charge.amount_refunded - refund.amount, refunded: false })
    }
    this.#tell(status === 'failed' ? 'refund.failed' : 'refund.updated', refund)
  }

  dispute(paymentIntent: string, status: Stripe.Dispute.Status = 'needs_response'): void {
    const charge = this.#chargeOf(paymentIntent)
    const dispute = make.dispute({
      id: id('du'),
      created: this.#seconds(),
      amount: charge.amount,
      payment_intent: paymentIntent,
      charge: charge.id,
      status,
    })
    this.#check('Dispute', dispute, 'answer')
    this.#tell(status === 'needs_response' ? 'charge.dispute.created' : 'charge.dispute.closed', dispute)
  }

  /** Another site of the same account takes money. */
  foreignPayment(cents: number, metadata: Metadata = {}): { paymentIntent: string } {
    const session = make.session({
      id: id('cs_test'),
      created: this.#seconds(),
      expires_at: this.#seconds() + HALF_HOUR,
      metadata,
      amount_total: cents,
      url: `${this.url}/c/pay/foreign`,
      locale: 'fr',
      success_url: 'https://elsewhere.example/',
      cancel_url: null,
      client_reference_id: null,
      customer_email: 'marie@elsewhere.example',
    })
    this.sessions.set(session.id, session)
    this.#intentMetadata.set(session.id, { metadata, description: null })
    this.pay(session.id)
    return { paymentIntent: String(session.payment_intent) }
  }

  // Webhooks

  /** The request Stripe makes for an event; another secret forges it. */
  delivery(event: Stripe.Event, secret = WEBHOOK_SECRET): { body: string; signature: string } {
    const body = JSON.stringify(event)
    const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret })
    return { body, signature }
  }

  /** Delivers an event to the door of a program; the status it answers. */
  async deliver(site: string, event: Stripe.Event, secret = WEBHOOK_SECRET): Promise<number> {
    const { body, signature } = this.delivery(event, secret)
    const answer = await fetch(`${site}/webhooks/stripe`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature },
      body,
    })
    await answer.arrayBuffer()
    return answer.status
  }

  /** A day has gone by. */
  forgetKeys(): void {
    this.#keys.clear()
  }

  /** The events not taken yet, which are then taken. */
  takeEvents(): Stripe.Event[] {
    return this.events.splice(0)
  }

  // HTTP

  async #serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (this.trouble === 'down') return void req.socket.destroy()
    const url = new URL(req.url ?? '/', this.url)
    if (url.pathname.startsWith('/c/pay/')) return this.#hostedPage(req, res, url)
    const body = await text(req)
    if (this.mock) await this.#askMock(this.mock, req, url, body)
    const answer = this.#answer(req, url, body)
    const lost = this.trouble === 'lost-answers' || (this.trouble === 'lost-acts' && req.method === 'POST')
    if (lost) return void req.socket.destroy()
    res.writeHead(answer.status, { 'content-type': 'application/json', 'request-id': id('req') })
    res.end(JSON.stringify(answer.body))
  }

  /** Stripe's own stand-in refuses whatever its OpenAPI does not know; what it answers besides is made up. */
  async #askMock(mock: string, req: IncomingMessage, url: URL, body: string): Promise<void> {
    const answer = await fetch(`${mock}${url.pathname}${url.search}`, {
      method: req.method ?? 'GET',
      headers: {
        authorization: 'Bearer sk_test_123',
        'content-type': 'application/x-www-form-urlencoded',
      },
      ...(req.method === 'POST' ? { body: asOlder(body) } : {}),
    })
    const said = await answer.text()
    if (answer.status === 400) this.violations.push(`stripe-mock, ${req.method} ${url.pathname}: ${said}`)
  }

  #answer(req: IncomingMessage, url: URL, body: string): Answer {
    const key = req.headers['idempotency-key']
    const request = `${req.method} ${url.pathname} ${body}`
    try {
      if (req.headers.authorization !== `Bearer ${SECRET_KEY}`)
        throw new Refused(401, { type: 'invalid_request_error', message: 'Invalid API Key provided' })
      if (req.method === 'POST')
        this.asked.push({
          path: url.pathname,
          key: typeof key === 'string' ? key : undefined,
          params: qs.parse(body, { depth: 10 }),
        })
      const before = typeof key === 'string' && req.method === 'POST' ? this.#keys.get(key) : undefined
      if (before && before.request !== request)
        throw new Refused(400, {
          type: 'idempotency_error',
          message: 'Keys for idempotent requests can only be used with the same parameters',
        })
      if (before) return before.answer
      const answer = {
        status: 200,
        body: this.#route(req.method ?? 'GET', url, qs.parse(body, { depth: 10 })),
      }
      // A copy: what was answered once is answered again as it was.
      if (typeof key === 'string') this.#keys.set(key, { request, answer: structuredClone(answer) })
      return answer
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return { status: error.status, body: { error: error.error } }
    }
  }

  #route(method: string, url: URL, params: qs.ParsedQs): object {
    const query = qs.parse(url.search.slice(1), { depth: 10 })
    const [, resource = '', one = '', act = ''] =
      /^\/v1\/(checkout\/sessions|\w+)(?:\/(\w+))?(?:\/(\w+))?$/.exec(url.pathname) ?? []
    this.served.push(`${method} ${resource}${one ? '/:id' : ''}${act ? `/${act}` : ''}`)
    const asked = `${method} ${resource}${one ? '/:id' : ''}${act ? `/${act}` : ''}`
    switch (asked) {
      case 'POST checkout/sessions':
        return this.#check(
          'Session',
          this.#create(this.#check('SessionCreateParams', params, 'request')),
          'answer',
        )
      case 'GET checkout/sessions':
        return this.#list(
          'Session',
          [...this.sessions.values()],
          this.#check('SessionListParams', query, 'request'),
        )
      case 'GET checkout/sessions/:id':
        return this.#check('Session', this.#session(one), 'answer')
      case 'POST checkout/sessions/:id/expire': {
        const session = this.#session(one)
        if (session.status !== 'open')
          throw bad(
            `Only Checkout Sessions with a status in ["open"] can be expired. This one is ${session.status}.`,
          )
        this.#expire(session)
        return this.#check('Session', session, 'answer')
      }
      case 'GET payment_intents/:id': {
        const intent = this.intents.get(one)
        if (!intent) throw missing('payment_intent')
        return this.#check('PaymentIntent', intent, 'answer')
      }
      case 'GET refunds/:id': {
        const refund = this.refunds.get(one)
        if (!refund) throw missing('refund')
        return this.#check('Refund', refund, 'answer')
      }
      case 'POST refunds':
        return this.#check(
          'Refund',
          this.#refund(this.#check('RefundCreateParams', params, 'request')),
          'answer',
        )
      case 'GET refunds':
        return this.#list(
          'Refund',
          [...this.refunds.values()],
          this.#check('RefundListParams', query, 'request'),
        )
      case 'GET charges':
        return this.#list(
          'Charge',
          [...this.charges.values()],
          this.#check('ChargeListParams', query, 'request'),
        )
      default:
        this.violations.push(`${method} ${url.pathname} is not known here`)
        throw new Refused(404, {
          type: 'invalid_request_error',
          message: `Unrecognized request URL (${asked})`,
        })
    }
  }

  #create(params: Stripe.Checkout.SessionCreateParams): Stripe.Checkout.Session {
    const now = this.#seconds()
    const expires = Number(params.expires_at ?? now + DAY)
    if (expires < now + HALF_HOUR)
      throw bad('The `expires_at` timestamp must be at least 30 minutes from now.')
    if (expires > now + DAY) throw bad('The `expires_at` timestamp must be less than 24 hours from now.')
    const cents = (params.line_items ?? []).reduce(
      (sum, item) => sum + Number(item.quantity) * Number(item.price_data?.unit_amount),
      0,
    )
    const sessionId = id('cs_test')
    const session = make.session({
      id: sessionId,
      created: now,
      expires_at: expires,
      metadata: (params.metadata || {}) as Metadata,
      amount_total: cents,
      url: `${this.url}/c/pay/${sessionId}`,
      locale: params.locale ?? null,
      success_url: params.success_url ?? null,
      cancel_url: params.cancel_url ?? null,
      client_reference_id: params.client_reference_id ?? null,
      customer_email: params.customer_email ?? null,
    })
    this.#intentMetadata.set(sessionId, {
      metadata: (params.payment_intent_data?.metadata ?? {}) as Metadata,
      description: params.payment_intent_data?.description ?? null,
    })
    this.sessions.set(sessionId, session)
    return session
  }

  #charge(session: Stripe.Checkout.Session): void {
    const told = this.#intentMetadata.get(session.id) ?? { metadata: {}, description: null }
    const [intentId, chargeId, amount] = [id('pi'), id('ch'), session.amount_total ?? 0]
    const created = this.#seconds()
    this.intents.set(
      intentId,
      make.paymentIntent({ id: intentId, created, amount, latest_charge: chargeId, ...told }),
    )
    this.charges.set(
      chargeId,
      make.charge({ id: chargeId, created, amount, metadata: told.metadata, payment_intent: intentId }),
    )
    Object.assign(session, { payment_intent: intentId })
  }

  #expire(session: Stripe.Checkout.Session): void {
    Object.assign(session, { status: 'expired', url: null })
    this.#tell('checkout.session.expired', session)
  }

  #refund(params: Stripe.RefundCreateParams): Stripe.Refund {
    const charge = this.#chargeOf(String(params.payment_intent))
    const left = charge.amount - charge.amount_refunded
    if (left === 0) throw bad(`Charge ${charge.id} has already been refunded.`, 'charge_already_refunded')
    const amount = params.amount === undefined ? left : Number(params.amount)
    if (amount > left) throw bad(`Refund amount is greater than unrefunded amount on charge (${left})`)
    const refund = make.refund({
      id: id('re'),
      created: this.#seconds(),
      amount,
      metadata: (params.metadata || {}) as Metadata,
      payment_intent: String(params.payment_intent),
      charge: charge.id,
      status: this.refundStatus,
      reason: (params.reason as Stripe.Refund['reason']) ?? null,
    })
    Object.assign(charge, {
      amount_refunded: charge.amount_refunded + amount,
      refunded: charge.amount_refunded + amount === charge.amount,
    })
    this.refunds.set(refund.id, refund)
    this.#tell('refund.created', refund)
    this.#tell('charge.refunded', charge)
    return refund
  }

  /** Newest first, a page at a time, as Stripe lists. */
  #list(root: Root, all: ListItem[], query: ListQuery): object {
    const { created = {}, limit = 10, starting_after, payment_intent } = query
    const found = all
      .filter((x) => !payment_intent || x.payment_intent === payment_intent)
      .filter((x) => created.gte === undefined || x.created >= Number(created.gte))
      .filter((x) => created.lt === undefined || x.created < Number(created.lt))
      .reverse()
    const from = starting_after ? found.findIndex((x) => x.id === starting_after) + 1 : 0
    const data = found.slice(from, from + Number(limit))
    for (const one of data) this.#check(root, one, 'answer')
    return { object: 'list', url: '/v1', data, has_more: from + data.length < found.length }
  }

  #check<T>(root: Root, value: unknown, what: 'request' | 'answer'): T {
    // Coercion writes into what it checks: an answer is checked as a copy, a request is read as coerced.
    const problems = problemsWith(root, what === 'answer' ? structuredClone(value) : value)
    if (problems.length > 0) {
      this.violations.push(...problems.map((p) => `${what} ${root}: ${p}`))
      if (what === 'request')
        throw bad(`Received unknown or invalid parameter: ${problems[0]}`, 'parameter_unknown')
    }
    return value as T
  }

  #tell(type: Stripe.Event['type'], object: object): void {
    this.events.push({
      id: id('evt'),
      object: 'event',
      api_version: Stripe.API_VERSION ?? null,
      created: this.#seconds(),
      data: { object: structuredClone(object) },
      livemode: false,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
      type,
    } as unknown as Stripe.Event)
  }

  /** The page itself, for people and browsers: a button that pays, a link that gives up. */
  async #hostedPage(req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> {
    const session = this.sessions.get(url.pathname.split('/').at(-1) ?? '')
    if (!session) return void res.writeHead(404).end()
    if (req.method === 'POST') {
      this.pay(session.id)
      return void res.writeHead(303, { location: session.success_url ?? '/' }).end()
    }
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    res.end(`<!doctype html><html lang="fr"><title>Stripe</title><h1>${(session.amount_total ?? 0) / 100} €</h1>
<form method="post"><button>Payer</button></form><a href="${session.cancel_url ?? '/'}">Retour</a></html>`)
  }

  #session(sessionId: string): Stripe.Checkout.Session {
    const session = this.sessions.get(sessionId)
    if (!session) throw missing('checkout.session')
    return session
  }

  #chargeOf(paymentIntent: string): Stripe.Charge {
    const charge = [...this.charges.values()].find((c) => c.payment_intent === paymentIntent)
    if (!charge) throw missing('payment_intent')
    return charge
  }

  #seconds = (): number => Math.floor(this.now().getTime() / 1000)
}

type ListItem = { id: string; created: number; payment_intent?: unknown }
type ListQuery = {
  created?: { gte?: number; lt?: number }
  limit?: number
  starting_after?: string
  payment_intent?: string
}

/** stripe-mock 0.203 is of an API before 2026-10-28.endive, in which this parameter had another name. */
const asOlder = (body: string): string =>
  body.replaceAll(/\ballowed_payment_method_types\b/g, 'payment_method_types')

const id = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`
const missing = (what: string) =>
  new Refused(404, { type: 'invalid_request_error', code: 'resource_missing', message: `No such ${what}` })

async function text(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
