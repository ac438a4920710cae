import { runTasks } from '@/collections/tasks/service/runTasks'
import { DAY, HOUR } from '@/core/clock'
import { csv } from '@/core/csv'
import { unwrap } from '@/core/result'
import { type App, compareAndSet } from '@/hooks'
import { drain } from '@/hooks/runtime/index'
import { SEASONS } from '@/plugins/capped-membership/contract'
import {
  acceptApplication,
  publishSlots,
  recordRefund,
  refuseApplication,
  requestDeparture,
  takeSlot,
} from '@/plugins/capped-membership/service'
import { keepDraft } from '@/plugins/capped-membership/service/drafts/keepDraft'
import { startImport } from '@/plugins/capped-membership/service/imports/startImport'
import { uploadList } from '@/plugins/capped-membership/service/imports/uploadList'
import { payOnline } from '@/plugins/capped-membership/service/payOnline'
import { todayOf } from '@/plugins/capped-membership/service/readCounter'
import { declineRenewal } from '@/plugins/capped-membership/service/renewal/declineRenewal'
import { keepAllSeats } from '@/plugins/capped-membership/service/renewal/keepSeats'
import { renewMembership } from '@/plugins/capped-membership/service/renewal/renewMembership'
import { freeSlots } from '@/plugins/capped-membership/service/slots/listSlots'
import { twoSeasons } from '@/plugins/capped-membership/tests/renewalSupport'
import { accepted, applied, interviewed, pay } from '@/plugins/capped-membership/tests/support'
import { seedRules } from '@/plugins/credit-rules/service/seedRules'
import { readCard } from '@/plugins/member-card/service/readCard'
import { noteEvent } from '@/plugins/payments/service/noteEvent'
import { asVisitor } from '@/tests/factories/people'
import { withStripe } from '@/tests/support/stripe'
import type { People } from './people'

/** Two seasons, and people at every step of the way into, through and out of one. */
export async function makeMembership(app: App, { staff: by }: People): Promise<void> {
  await seedRules(app)
  const { old, next } = await twoSeasons(app, { cap: 6 })
  // One at a time: the next one opens to renewals at the end.
  await compareAndSet(app, SEASONS, { id: { equals: next.id } }, { state: 'draft' })

  const cash = await joins(app)
  const gone = await joins(app)
  await leaves(app, gone, by)
  const { seated, returned } = await byCard(app, by)
  const refused = await applied(app)
  unwrap(
    await refuseApplication(app, { application: refused.id, reason: 'Pas le bon moment.', by: 'system' }),
  )
  await picksASlot(app, by)
  unwrap(
    await keepDraft(app, {
      email: 'brouillon@example.org',
      lang: 'fr',
      purpose: 'draft',
      answers: { name: 'Léa Ferrand', motives: 'Apprendre des autres.' },
    }),
  )
  await imports(app, old.id, by)
  await waits(app)

  await compareAndSet(app, SEASONS, { id: { equals: next.id } }, { state: 'open' })
  await keepAllSeats(app)
  unwrap(await renewMembership(app, { person: cash, season: next.id }))
  unwrap(await declineRenewal(app, { person: seated, season: next.id }))
  unwrap(await readCard(app, cash, 'fr'))
  await drain(app)
  if (!returned) throw new Error('nothing was given back')
}

async function joins(app: App): Promise<string> {
  const { id, person } = await accepted(app)
  unwrap(await pay(app, id))
  await drain(app)
  return person
}

const ask = (person: string, by: People['staff']) =>
  ({ person, channel: 'phone', reason: 'time', note: 'Part à Lyon.', by }) as const

async function leaves(app: App, person: string, by: People['staff']): Promise<void> {
  const { departure } = unwrap(await requestDeparture(app, ask(person, by)))
  await drain(app)
  unwrap(await recordRefund(app, { departure, method: 'cash', on: todayOf(app), by }))
  await drain(app)
}

/** One who paid by card and stays, one who is given it back. */
async function byCard(app: App, by: People['staff']) {
  const { stripe, stop } = await withStripe(app)
  const news = async () => {
    for (const event of stripe.takeEvents()) await noteEvent(app, event)
    await drain(app)
  }
  try {
    const pays = async () => {
      const { person } = await accepted(app)
      const { url } = unwrap(await payOnline(app, person))
      stripe.pay(url.split('/').at(-1) ?? '')
      await news()
      return person
    }
    const [seated, leaver] = [await pays(), await pays()]
    unwrap(await requestDeparture(app, ask(leaver, by)))
    await drain(app)
    await news()
    return { seated, returned: stripe.refunds.size > 0 }
  } finally {
    await stop()
  }
}

async function picksASlot(app: App, by: People['staff']): Promise<void> {
  const first = Math.ceil((Date.now() + 5 * DAY) / HOUR) * HOUR
  const moments = [0, 1].map((n) => new Date(first + n * HOUR))
  unwrap(await publishSlots(app, { by, moments, minutes: 45, place: 'Au local' }))
  const file = await applied(app)
  const [slot] = await freeSlots(app, 1)
  if (!slot) throw new Error('no slot is free')
  unwrap(await takeSlot(app, { slot: slot.id, who: (await asVisitor(app, String(file.person))).person }))
}

/** A list of one who has paid, and a line that nobody can take. */
async function imports(app: App, season: string, by: People['staff']): Promise<void> {
  const text = csv([
    ['Nom', 'Courriel', 'Montant', 'Moyen de paiement', 'Payé le'],
    ['Ida Importée', 'ida@example.org', '5,00', 'espèces', todayOf(app)],
    ['Sans Adresse', 'nulle part', '', '', ''],
  ])
  const { id } = unwrap(
    await uploadList(app, { file: { name: 'liste.csv', data: Buffer.from(text) }, season, by }),
  )
  unwrap(await startImport(app, { import: id, agreed: true, by }))
  await runTasks(app)
  await drain(app)
}

/** Seats are held until none is left: the last one stands in line. */
async function waits(app: App): Promise<void> {
  for (let n = 0; n < 8; n++) {
    const { id } = await interviewed(app)
    const done = unwrap(await acceptApplication(app, { application: id, by: 'system' }))
    await drain(app)
    if (done.state === 'waiting') return
  }
  throw new Error('nobody waits')
}
