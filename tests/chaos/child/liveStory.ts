import { setTimeout as sleep } from 'node:timers/promises'
import {
  acceptHelp,
  askHelp,
  cancelHelp,
  declineHelp,
  deliverHelp,
  evaluateHelp,
  releaseHelp,
} from '@/collections/exchanges/service'
import { readExchangeByKey } from '@/collections/exchanges/store/exchanges'
import { findByEmail } from '@/collections/members/service'
import { POOL } from '@/collections/ts/contract'
import { ledgerOf } from '@/collections/ts/service/ledgerOf'
import { memberAccount } from '@/collections/ts/service/openMemberAccount'
import { DAY } from '@/core/clock'
import type { Person } from '@/core/person'
import { type Result, unwrap } from '@/core/result'
import type { App } from '@/hooks'
import { applicationKey } from '@/plugins/capped-membership/domain/keys'
import {
  acceptApplication,
  planInterview,
  recordInterview,
  recordPayment,
  submitApplication,
  withdraw,
} from '@/plugins/capped-membership/service'
import { todayOf } from '@/plugins/capped-membership/service/readCounter'
import { findApplicationByKey } from '@/plugins/capped-membership/service/rows'
import { grantKey } from '@/plugins/credit-rules/domain/rules'
import type { Ack } from '../protocol'
import { emailOf, formKeyOf, GIFT, giftKeyOf, LANES, storyPlan } from '../storyPlan'
import { acknowledge } from './say'

export type World = { app: App; season: string; founders: readonly string[] }

const STAFF = { id: '018f0000-0000-7000-8000-00000000057a', judge: true }
/** Far above what recovery takes on a busy machine: beyond it a story is stuck, which is a finding. */
const STUCK_MS = Number(process.env.CHAOS_PATIENCE_MS ?? 120_000)

/**
 * Lives the n-th story to its end, from wherever it stands: reads, does the next act, as people do who come back
 * to their page after a failure. What an act wrote is acknowledged when the verb has returned.
 */
export async function liveStory(world: World, n: number): Promise<void> {
  const person = await join(world, n)
  if (person) await exchange(world, n, person)
  acknowledge('over', '', n)
}

/** From the application to the seat, the standing and the TS; null when no seat was left. */
async function join({ app, season }: World, n: number): Promise<Person | null> {
  const { doubled } = storyPlan(n)
  const did = (act: Ack['act'], id: string) => acknowledge(act, id, n)
  const stuck = patience(`story ${n} before joining`)
  let paid = false
  for (;;) {
    const file = await findApplicationByKey(app, applicationKey(season, emailOf(n)))
    if (!file) {
      const [first] = await act(doubled, () => submitApplication(app, application(n)))
      // Of two at once, one is told that the address is known.
      if (first?.application) did('applied', first.application)
      continue
    }
    const on = { application: file.id, by: 'system' as const }
    if (!file.person) await stuck(file.state)
    else if (file.state === 'received') {
      const at = new Date(app.clock.now().getTime() + DAY)
      await act(doubled, () => planInterview(app, { ...on, at, place: 'Au local' }))
      did('planned', file.id)
    } else if (file.state === 'interview-planned') {
      await act(doubled, () => recordInterview(app, { ...on, report: `Entretien ${n}` }))
      did('interviewed', file.id)
    } else if (file.state === 'interviewed') {
      const [decided] = await act(doubled, () => acceptApplication(app, on))
      if (decided?.state === 'accepted') did('accepted', file.id)
    } else if (file.state === 'waiting') {
      // Nobody leaves in these stories: whoever finds no seat gives up.
      const who = { id: file.person } as Person
      await act(doubled, () => withdraw(app, { who, application: file.id }))
      did('withdrew', file.id)
    } else if (file.state === 'accepted') {
      // Once a payment stands, what follows from it is the program's.
      if (!paid) {
        const fee = { ...on, cents: 500, method: 'cash', receivedOn: todayOf(app) }
        const [recorded] = await act(doubled, () => recordPayment(app, fee))
        if (recorded) did('paid', recorded.payment)
        paid = true
      }
      await stuck('accepted')
    } else if (file.state === 'withdrawn') return null
    else {
      const contact = await findByEmail(app, emailOf(n))
      const granted = await ledgerOf(app).readOutcome(`system:transfer:${grantKey('joining', file.person)}`)
      if (contact?.standing === 'active' && granted?.ok) return { ...contact, grants: [] }
      await stuck(`${contact?.standing}, ${granted?.ok ? 'with' : 'without'} the joining grant`)
    }
  }
}

/** From the gift and the request for help to its end. */
async function exchange(world: World, n: number, person: Person): Promise<void> {
  const { app } = world
  const { doubled, gift, amount, ending } = storyPlan(n)
  const did = (act: Ack['act'], id: string) => acknowledge(act, id, n)
  const stuck = patience(`story ${n} in its exchange`)
  if (gift) {
    const give = () =>
      ledgerOf(app).transfer({
        actor: 'system',
        key: giftKeyOf(n),
        debit: POOL,
        credit: memberAccount(person.id),
        amount: GIFT,
        code: 'gift',
      })
    const [given] = await act(doubled, give)
    if (given) did('gifted', given.key)
  }
  const helper = await helperOf(world, n)
  for (;;) {
    const row = await readExchangeByKey(app, `${person.id}:${formKeyOf(n)}`)
    if (!row) {
      const ask = {
        who: person,
        helper,
        title: `Aide ${n}`,
        need: 'Relire un devis.',
        hours: 3,
        amount,
        formKey: formKeyOf(n),
      }
      const [asked] = await act(doubled, () => askHelp(app, ask))
      if (asked) did('asked', asked.id)
      continue
    }
    const { id } = row
    const [mine, theirs] = [
      { id: person.id, judge: false },
      { id: row.helper, judge: false },
    ]
    const judge = (rating: number) =>
      act(doubled, () => evaluateHelp(app, { id, who: mine, rating, comment: `Histoire ${n}` }))
    if (row.state === 'asked' && ending === 'declined') {
      const tried = await acceptHelp(app, { id, who: theirs })
      if (tried.ok) throw new Error(`story ${n}: ${amount} TS were held that nobody has`)
      await act(doubled, () => declineHelp(app, { id, who: theirs }))
      did('declined', id)
    } else if (row.state === 'asked') {
      const [agreed] = await act(doubled, () => acceptHelp(app, { id, who: theirs }))
      if (agreed?.state === 'accepted') did('agreed', id)
      else await stuck('asked')
    } else if (row.state === 'accepted' && ending === 'cancelled') {
      await act(doubled, () => cancelHelp(app, { id, who: n % 4 === 0 ? mine : theirs }))
      did('cancelled', id)
    } else if (row.state === 'accepted') {
      await act(doubled, () => deliverHelp(app, { id, who: theirs }))
      did('delivered', id)
    } else if (row.state === 'delivered') {
      await judge(ending === 'released' ? 1 : 5)
      did('judged', id)
    } else if (row.state === 'disputed') {
      await act(doubled, () => releaseHelp(app, { id, who: STAFF }))
      did('released', id)
    } else if (row.state === 'evaluated') await stuck('evaluated')
    else return
  }
}

/** Whoever joined before in the same lane, else a founder. */
async function helperOf({ app, founders }: World, n: number): Promise<string> {
  const before = n >= LANES ? await findByEmail(app, emailOf(n - LANES)) : null
  return before?.standing === 'active' ? before.id : String(founders[n % founders.length])
}

const copies = (doubled: boolean): number[] => (doubled ? [1, 2] : [1])

/** Does something once, or twice at once; all must succeed. */
async function act<T>(doubled: boolean, once: () => Promise<Result<T>>): Promise<T[]> {
  const results = await Promise.all(copies(doubled).map(once))
  return results.map((result) => unwrap(result))
}

/** Waits a little for what the program does by itself; throws when it has been too long. */
function patience(where: string): (state: string) => Promise<void> {
  const since = performance.now()
  return async (state) => {
    if (performance.now() - since > STUCK_MS) throw new Error(`${where} is stuck: ${state}`)
    await sleep(15)
  }
}

const application = (n: number) => ({
  name: `Élise Épreuve ${n}`,
  email: emailOf(n),
  activity: 'Traductrice, à Rennes',
  skills: 'Relecture',
  motives: 'Rompre l’isolement.',
  charter: true,
  privacy: true,
  lang: n % 5 === 0 ? ('en' as const) : ('fr' as const),
})
