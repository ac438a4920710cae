import type { FakeStripe } from '../../counterparts/stripe/fakeStripe'
import type { Book, Books, Lane, Story } from './lanes'

const FEE = 500
const JOINING = 5

const JOINED = { file: 'joined', standing: 'active', seat: 'confirmed', memberships: ['confirmed'] }
const LEFT = {
  file: 'left',
  standing: 'left',
  seat: null,
  memberships: ['ended'],
  refunds: 1,
  signIns: 0,
  ts: 0,
}
const ENTERED = { 'membership.accepted': 1, 'membership.welcome': 1, 'payments.receipt': 1 }
const NOTHING_BACK = { cardRefunds: [], refunds: 0, inLine: 0 }

/** How each story ends, wherever it was cut. */
const ENDS: Record<Story, Book> = {
  card: { ...JOINED, ...NOTHING_BACK, payments: 1, receipts: [FEE], mails: ENTERED, ts: JOINING, signIns: 1 },
  hand: { ...JOINED, ...NOTHING_BACK, payments: 1, receipts: [FEE], mails: ENTERED, ts: JOINING, signIns: 1 },
  late: {
    file: 'waiting',
    standing: 'accepted',
    seat: null,
    memberships: [],
    payments: 0,
    cardRefunds: ['done'],
    refunds: 0,
    receipts: [FEE, -FEE],
    mails: {
      'membership.accepted': 1,
      'membership.card-returned': 1,
      'membership.waitlisted': 1,
      'payments.receipt': 1,
      'payments.credit': 1,
    },
    ts: null,
    signIns: 1,
    inLine: 1,
  },
  leave: {
    ...LEFT,
    payments: 1,
    cardRefunds: ['done'],
    receipts: [FEE, -FEE],
    mails: { ...ENTERED, 'membership.departure': 1, 'payments.credit': 1 },
    inLine: 0,
  },
  'leave-by-hand': {
    ...LEFT,
    payments: 1,
    cardRefunds: [],
    receipts: [FEE, -FEE],
    mails: { ...ENTERED, 'membership.departure': 1, 'payments.credit': 1 },
    inLine: 0,
  },
}

/** What does not stand as the story ends. */
export function laneFindings(lane: Lane, book: Book | undefined): string[] {
  const whole = `${lane.story}, ${lane.cut ? `${lane.cut.side} ${lane.cut.point}` : 'not cut'}`
  if (!book) return [`${whole}: nothing stands`]
  const wanted = ENDS[lane.story]
  return (Object.keys(wanted) as (keyof Book)[]).flatMap((field) => {
    const [is, should] = [sorted(book[field]), sorted(wanted[field])]
    return is === should ? [] : [`${whole}: ${field} is ${is}, not ${should}`]
  })
}

const sorted = (value: unknown): string =>
  JSON.stringify(
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)))
      : value,
  )

/** What the program finds in itself: it is to be right as soon as it has mended, with nobody who comes back. */
export const auditFindings = (books: Books, when: string): string[] =>
  (['seats', 'receipts', 'ledger', 'waiting'] as const).flatMap((what) =>
    books[what].map((text) => `${when}: ${what}: ${text}`),
  )

/** Money in is money out for whoever has no seat, given back once, always asked under the same key. */
export function stripeFindings(stripe: FakeStripe, lanes: readonly Lane[]): string[] {
  const found = stripe.violations.map((text) => `Stripe’s contract: ${text}`)
  const back = new Map<string, { cents: number; keys: Set<string> }>()
  for (const refund of stripe.refunds.values()) {
    const of = String(refund.payment_intent)
    const known = back.get(of) ?? { cents: 0, keys: new Set() }
    known.cents += refund.amount
    back.set(of, known)
  }
  for (const { key, params } of stripe.asked.filter((a) => a.path === '/v1/refunds'))
    back.get(String(params.payment_intent))?.keys.add(key ?? 'none')
  for (const { name, story, session } of lanes) {
    if (!session) continue
    const given = back.get(String(stripe.sessions.get(session)?.payment_intent))
    const due = story === 'card' ? 0 : FEE
    if ((given?.cents ?? 0) !== due) found.push(`${name}: ${given?.cents ?? 0} cents given back, not ${due}`)
    if (given && given.keys.size !== 1) found.push(`${name}: asked back under ${[...given.keys]}`)
  }
  return found
}
