import type { ExchangeLook, Look, TransferRow } from './child/look'
import type { Ack } from './protocol'
import { formKeyOf, GIFT, giftKeyOf, JOINING, storyOf, storyPlan } from './storyPlan'

/** What is not as it must be, a sentence each. */
export type Findings = string[]

type Options = {
  founders: readonly string[]
  /** Every story begun was lived to its end; else some are on their way, and only what is done is checked. */
  over: boolean
}

/** Checks a database at rest against what was acknowledged and against the stories' plan. */
export function findingsOf(look: Look, acks: readonly Ack[], options: Options): Findings {
  return [
    ...look.ledger.map((f) => `ledger: ${f}`),
    ...look.seats.map((f) => `seats: ${f}`),
    ...look.waiting.map((w) => `still waiting: ${w}`),
    ...acknowledged(look, acks),
    ...doneAgain(acks),
    ...joining(look),
    ...exchanges(look),
    ...mails(look, acks),
    ...(options.over ? [...ends(look), ...balances(look, options.founders)] : []),
  ]
}

const groupBy = <T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> =>
  Map.groupBy(all, key) as Map<string, T[]>

/** Every acknowledged write is there, and shows what was said. */
function acknowledged(look: Look, acks: readonly Ack[]): Findings {
  const files = new Map(look.files.map((f) => [f.id, f]))
  const payments = new Set(look.payments.map((p) => p.id))
  const keys = new Set(look.transfers.map((t) => t.key))
  const exchanges = new Map(look.exchanges.map((e) => [e.id, e]))
  const mails = new Map(look.mails.map((m) => [m.messageId, m]))
  const decided = (id: string, ...states: string[]) => states.includes(files.get(id)?.state ?? '')
  const stands: Record<Ack['act'], (id: string) => boolean> = {
    applied: (id) => files.has(id),
    planned: (id) => Boolean(files.get(id)?.interviewAt),
    interviewed: (id) => Boolean(files.get(id)?.report),
    accepted: (id) => decided(id, 'accepted', 'joined'),
    withdrew: (id) => decided(id, 'withdrawn'),
    paid: (id) => payments.has(id),
    gifted: (id) => keys.has(id),
    asked: (id) => exchanges.has(id),
    agreed: (id) => Boolean(exchanges.get(id)?.acceptedAt),
    cancelled: (id) => exchanges.get(id)?.state === 'cancelled',
    declined: (id) => exchanges.get(id)?.state === 'declined',
    delivered: (id) => Boolean(exchanges.get(id)?.deliveredAt),
    judged: (id) => exchanges.get(id)?.rating !== null && exchanges.get(id)?.rating !== undefined,
    released: (id) => exchanges.get(id)?.state === 'released',
    mailed: (id) => mails.has(id),
    over: () => true,
    awarded: (id) => keys.has(id),
    seated: (id) => look.heldOrConfirmed.some((s) => s.person === id),
  }
  return acks
    .filter(({ act, id }) => !stands[act](id))
    .map(({ act, id, story }) => `acknowledged and missing: ${act} ${id} of story ${story}`)
}

/** Acts that are asked again by whoever comes back, and answered the same. */
const REPEATED: readonly Ack['act'][] = ['paid', 'gifted', 'mailed', 'awarded', 'seated']

/** Who comes back does what is still to be done: an act done twice was acknowledged, lost and done again. */
function doneAgain(acks: readonly Ack[]): Findings {
  const once = acks.filter(({ act }) => !REPEATED.includes(act))
  return [...groupBy(once, ({ act, story }) => `${act} of story ${story}`)]
    .filter(([, same]) => same.length > 1)
    .map(([what, same]) => `acknowledged, lost and done again: ${what}, ${same.length} times`)
}

/** One payment, one membership, one joining grant, one welcome for each who joined; none for anybody else. */
function joining(look: Look): Findings {
  const found: Findings = []
  const exactly = (n: number, wanted: number, what: string) => {
    if (n !== wanted) found.push(`${n} instead of ${wanted}: ${what}`)
  }
  const payments = groupBy(look.payments, (p) => p.person)
  const memberships = groupBy(look.memberships, (m) => m.person)
  const grants = groupBy(
    look.transfers.filter((t) => t.kind === 'transfer' && t.code === 'joining'),
    (t) => t.credit.replace('member:', ''),
  )
  const welcomes = groupBy(
    look.mails.filter((m) => m.template === 'membership.welcome'),
    (m) => m.person ?? '',
  )
  const standings = new Map(look.standings.map((s) => [s.person, s.standing]))
  const count = <T>(map: Map<string, T[]>, person: string) => map.get(person)?.length ?? 0
  const people = new Set([...payments, ...memberships, ...grants, ...welcomes].map(([person]) => person))
  for (const person of people) {
    exactly(count(payments, person), 1, `payments of ${person}`)
    exactly(count(memberships, person), 1, `memberships of ${person}`)
    exactly(count(grants, person), 1, `joining grants of ${person}`)
    exactly(count(welcomes, person), 1, `welcome mails of ${person}`)
    if (standings.get(person) !== 'active') found.push(`${person} has joined and is ${standings.get(person)}`)
  }
  for (const [email, files] of groupBy(look.files, (f) => f.email))
    exactly(files.length, 1, `applications of ${email}`)
  for (const file of look.files)
    if (file.state === 'joined' && !people.has(file.person ?? '')) found.push(`${file.email} joined unpaid`)
  return found
}

/** The TS of an exchange are where its state says, once. */
function exchanges(look: Look): Findings {
  const found: Findings = []
  const byRef = groupBy(
    look.transfers.filter((t) => t.code === 'exchange' && t.kind === 'hold'),
    (t) => t.ref ?? '',
  )
  const settling = new Map(look.transfers.map((t) => [t.settles, t]))
  const fate = (hold: TransferRow) => settling.get(hold.key)?.kind ?? 'open'
  for (const e of look.exchanges) {
    const holds = byRef.get(e.id) ?? []
    const [open, posted] = [holds.filter((h) => fate(h) === 'open'), holds.filter((h) => fate(h) === 'post')]
    const holding = ['accepted', 'delivered', 'disputed'].includes(e.state)
    if (e.owes !== 'none') found.push(`exchange ${e.id} is ${e.state} and owes ${e.owes}`)
    if (e.state === 'evaluated') found.push(`exchange ${e.id} was evaluated and never settled`)
    if (open.length !== (holding ? 1 : 0))
      found.push(`exchange ${e.id} is ${e.state} with ${open.length} open holds`)
    if (posted.length !== (e.state === 'settled' ? 1 : 0))
      found.push(`exchange ${e.id} is ${e.state} with ${posted.length} holds paid`)
    for (const h of [...open, ...posted])
      if (h.amount !== e.amount || h.debit !== `member:${e.requester}` || h.credit !== `member:${e.helper}`)
        found.push(`exchange ${e.id} moves other TS than agreed`)
  }
  const known = new Set(look.exchanges.map((e) => e.id))
  for (const ref of byRef.keys()) if (!known.has(ref)) found.push(`TS are held for no exchange: ${ref}`)
  return found
}

/** Each occasion was written about once, to the right people, and every mail has left. */
function mails(look: Look, acks: readonly Ack[]): Findings {
  const found: Findings = []
  const left = new Set(acks.filter((a) => a.act === 'mailed').map((a) => a.id))
  for (const [key, same] of groupBy(look.mails, (m) => m.key))
    if (same.length > 1) found.push(`${same.length} mails under the key ${key}`)
  for (const mail of look.mails) {
    if (mail.state !== 'sent') found.push(`mail ${mail.key} is ${mail.state}`)
    else if (!left.has(mail.messageId)) found.push(`mail ${mail.key} says it was sent, and was not`)
  }
  const keys = new Set(look.mails.map((m) => m.key))
  const wanted = look.exchanges.flatMap((e) => [
    ...told(e, true, 'asked', 'helper'),
    ...told(e, e.acceptedAt !== null, 'accepted', 'requester'),
    ...told(e, e.deliveredAt !== null, 'delivered', 'requester'),
    ...told(e, e.state === 'declined', 'declined', 'requester'),
    ...told(e, e.state === 'settled', 'settled', 'helper'),
    ...told(e, e.state === 'released', 'disputed', 'requester', 'helper'),
    ...told(e, e.state === 'released', 'released', 'requester', 'helper'),
  ])
  for (const file of look.files)
    if (file.interviewAt) wanted.push(plannedMail(file.id, file.interviewAt, file.interviewSeq))
  for (const key of wanted) if (!keys.has(key)) found.push(`nobody was told: ${key}`)
  return found
}

const plannedMail = (file: string, at: string, sequence: number | null) =>
  `membership.planned:${file}:${new Date(at).toISOString()}:${sequence ?? 0}`

const told = (e: ExchangeLook, came: boolean, what: string, ...sides: string[]): string[] =>
  came ? sides.map((side) => `exchange.${what}:${e.id}:${side}`) : []

/** Every story ended as planned. */
function ends(look: Look): Findings {
  const found: Findings = []
  const byKey = new Map(look.exchanges.map((e) => [e.key, e]))
  for (const file of look.files) {
    const n = storyOf(file.email)
    if (file.state === 'withdrawn') continue
    const exchange = byKey.get(`${file.person}:${formKeyOf(n)}`)
    const { ending } = storyPlan(n)
    if (file.state !== 'joined' || exchange?.state !== ending)
      found.push(`story ${n} ended ${file.state}, ${exchange?.state} instead of joined, ${ending}`)
  }
  return found
}

/** What each one has, counted from the plan alone, is what the ledger's rows add up to. */
function balances(look: Look, founders: readonly string[]): Findings {
  const found: Findings = []
  const wanted = new Map<string, number>(founders.map((person) => [person, 0]))
  const add = (person: string, amount: number) => wanted.set(person, (wanted.get(person) ?? 0) + amount)
  for (const file of look.files) {
    if (file.state !== 'joined' || !file.person) continue
    const n = storyOf(file.email)
    const { ending, amount, gift } = storyPlan(n)
    add(file.person, JOINING + (gift ? GIFT : 0))
    if (gift && !look.transfers.some((t) => t.key === `system:transfer:${giftKeyOf(n)}`))
      found.push(`the gift of story ${n} is missing`)
    const exchange = look.exchanges.find((e) => e.key === `${file.person}:${formKeyOf(n)}`)
    if (!exchange || ending !== 'settled') continue
    add(file.person, -amount)
    add(exchange.helper, amount)
  }
  const has = balancesOf(look.transfers)
  for (const person of new Set([...wanted.keys(), ...has.keys()])) {
    const [should, is] = [wanted.get(person) ?? 0, has.get(person) ?? 0]
    if (should !== is) found.push(`${person} has ${is} TS instead of ${should}`)
  }
  return found
}

/** By person; a post moves what its hold named. */
function balancesOf(transfers: readonly TransferRow[]): Map<string, number> {
  const has = new Map<string, number>()
  const add = (account: string, amount: number) => {
    if (!account.startsWith('member:')) return
    const person = account.slice('member:'.length)
    has.set(person, (has.get(person) ?? 0) + amount)
  }
  for (const t of transfers) {
    if (t.kind !== 'transfer' && t.kind !== 'post') continue
    add(t.debit, -t.amount)
    add(t.credit, t.amount)
  }
  return has
}
