import { expect, it } from 'vitest'
import type { Look, TransferRow } from './child/look'
import { findingsOf } from './findings'
import type { Ack } from './protocol'
import { emailOf, formKeyOf } from './storyPlan'

/* The checks of the kill test, told of a story that went well, then of what could go wrong with it. */

const options = { founders: ['paul'], over: true }

const transfer = (key: string, more: Partial<TransferRow>): TransferRow => ({
  id: key,
  key,
  kind: 'transfer',
  debit: 'pool:main',
  credit: 'member:marie',
  amount: 5,
  settles: `-:${key}`,
  code: null,
  ref: null,
  ...more,
})
const mail = (key: string, template = key) => ({
  key,
  template,
  person: 'marie',
  state: 'sent',
  messageId: `<${key}>`,
  to: 'marie@chaos.example',
})

/** Marie of story 0 joined, asked Paul for help and paid him 5 TS. */
function good(): { look: Look; acks: Ack[] } {
  const at = '2026-11-22T06:00:00.000Z'
  const mails = [
    mail('welcome:marie:s', 'membership.welcome'),
    mail(`membership.planned:file:${at}:0`),
    mail('exchange.asked:help:helper'),
    mail('exchange.accepted:help:requester'),
    mail('exchange.delivered:help:requester'),
    mail('exchange.settled:help:helper'),
  ]
  const look: Look = {
    ledger: [],
    seats: [],
    waiting: [],
    heldOrConfirmed: [{ person: 'marie', key: 's:1', state: 'confirmed' }],
    files: [
      {
        id: 'file',
        email: emailOf(0),
        state: 'joined',
        person: 'marie',
        interviewAt: at,
        interviewSeq: 0,
        report: 'Bien.',
      },
    ],
    payments: [{ id: 'fee', application: 'file', person: 'marie', settled: 1 }],
    memberships: [{ key: 'marie:s', person: 'marie', seat: 1, paymentRef: 'fee' }],
    transfers: [
      transfer('joining', { code: 'joining' }),
      transfer('hold', {
        kind: 'hold',
        debit: 'member:marie',
        credit: 'member:paul',
        code: 'exchange',
        ref: 'help',
      }),
      transfer('post', { kind: 'post', debit: 'member:marie', credit: 'member:paul', settles: 'hold' }),
    ],
    exchanges: [
      {
        id: 'help',
        key: `marie:${formKeyOf(0)}`,
        requester: 'marie',
        helper: 'paul',
        state: 'settled',
        owes: 'none',
        amount: 5,
        rating: 5,
        acceptedAt: at,
        deliveredAt: at,
      },
    ],
    mails,
    standings: [{ person: 'marie', standing: 'active' }],
  }
  const said = (act: Ack['act'], id: string): Ack => ({ act, id, story: 0 })
  const acks = [
    said('applied', 'file'),
    said('planned', 'file'),
    said('interviewed', 'file'),
    said('accepted', 'file'),
    said('paid', 'fee'),
    said('asked', 'help'),
    said('agreed', 'help'),
    said('delivered', 'help'),
    said('judged', 'help'),
    said('over', ''),
    ...mails.map(({ messageId }) => said('mailed', messageId)),
  ]
  return { look, acks }
}

it('finds nothing where all is well', () => {
  const { look, acks } = good()
  expect(findingsOf(look, acks, options)).toEqual([])
})

const [first, help] = [
  <T>(rows: T[]): T => rows[0] as T,
  (look: Look) => look.exchanges[0] as Look['exchanges'][0],
]

it.each<[string, (look: Look) => void, string]>([
  ['a fee lost', (l) => l.payments.pop(), 'acknowledged and missing: paid fee'],
  [
    'a fee taken twice',
    (l) => l.payments.push({ ...first(l.payments), id: 'two' }),
    '2 instead of 1: payments',
  ],
  ['an application lost', (l) => l.files.pop(), 'acknowledged and missing: applied file'],
  ['an interview lost', (l) => Object.assign(first(l.files), { interviewAt: null }), 'missing: planned file'],
  [
    'an acceptance undone',
    (l) => Object.assign(first(l.files), { state: 'interviewed' }),
    'missing: accepted',
  ],
  ['no membership', (l) => l.memberships.pop(), '0 instead of 1: memberships'],
  ['no grant', (l) => l.transfers.shift(), '0 instead of 1: joining grants'],
  [
    'a second grant',
    (l) => l.transfers.push(transfer('again', { code: 'joining' })),
    '2 instead of 1: joining grants',
  ],
  ['a gift nobody planned', (l) => l.transfers.push(transfer('gift', {})), 'marie has 5 TS instead of 0'],
  ['no welcome', (l) => l.mails.shift(), '0 instead of 1: welcome mails'],
  ['two welcomes', (l) => l.mails.push({ ...first(l.mails), key: 'again' }), '2 instead of 1: welcome mails'],
  ['one key twice', (l) => l.mails.push({ ...first(l.mails) }), '2 mails under the key'],
  ['a mail that waits', (l) => Object.assign(first(l.mails), { state: 'queued' }), 'is queued'],
  [
    'a mail never sent',
    (l) => Object.assign(first(l.mails), { messageId: 'x' }),
    'says it was sent, and was not',
  ],
  ['a mail never written', (l) => l.mails.pop(), 'nobody was told: exchange.settled:help:helper'],
  [
    'a member left outside',
    (l) => Object.assign(first(l.standings), { standing: 'accepted' }),
    'is accepted',
  ],
  ['an exchange lost', (l) => l.exchanges.pop(), 'acknowledged and missing: asked help'],
  ['a delivery undone', (l) => Object.assign(help(l), { deliveredAt: null }), 'missing: delivered help'],
  ['TS still owed', (l) => Object.assign(help(l), { owes: 'post' }), 'owes post'],
  ['paid without a post', (l) => l.transfers.pop(), 'settled with 1 open holds'],
  ['held for an exchange that ended', (l) => Object.assign(help(l), { state: 'cancelled' }), '1 holds paid'],
  ['other TS than agreed', (l) => Object.assign(help(l), { amount: 7 }), 'moves other TS than agreed'],
  [
    'another end than planned',
    (l) => Object.assign(help(l), { state: 'released' }),
    'story 0 ended joined, released',
  ],
  ['an audit’s finding', (l) => l.seats.push('seat.twice'), 'seats: seat.twice'],
  ['the ledger’s finding', (l) => l.ledger.push('{}'), 'ledger: {}'],
  ['a fact on its way', (l) => l.waiting.push('1 rows'), 'still waiting: 1 rows'],
])('finds %s', (_, harm, finding) => {
  const { look, acks } = good()
  harm(look)
  expect(findingsOf(look, acks, options)).toContainEqual(expect.stringContaining(finding))
})

it('finds what was lost and done again by whoever came back', () => {
  const { look, acks } = good()
  const again = [...acks, { act: 'delivered', id: 'help', story: 0 } as const]
  expect(findingsOf(look, again, options)).toEqual([
    'acknowledged, lost and done again: delivered of story 0, 2 times',
  ])
  // A payment recorded again is answered with the first one.
  expect(findingsOf(look, [...acks, { act: 'paid', id: 'fee', story: 0 }], options)).toEqual([])
})

it('looks at ends and balances only once every story is over', () => {
  const { look, acks } = good()
  Object.assign(help(look), { state: 'delivered' })
  look.transfers.pop()
  look.mails.pop()
  const before = acks.filter(({ act, id }) => act !== 'mailed' || id !== '<exchange.settled:help:helper>')
  expect(findingsOf(look, before, { ...options, over: false })).toEqual([])
  expect(findingsOf(look, before, options)).not.toEqual([])
})
