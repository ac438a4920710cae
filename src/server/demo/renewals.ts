import { unwrap } from '@/core/result'
import { recordPayment } from '@/plugins/capped-membership/service'
import { declineRenewal } from '@/plugins/capped-membership/service/renewal/declineRenewal'
import { keepAllSeats } from '@/plugins/capped-membership/service/renewal/keepSeats'
import { findRenewal, findRenewalFile } from '@/plugins/capped-membership/service/renewal/renewalRows'
import { renewForMember } from '@/plugins/capped-membership/service/renewal/renewForMember'
import { renewMembership } from '@/plugins/capped-membership/service/renewal/renewMembership'
import { takeBackRenewal } from '@/plugins/capped-membership/service/renewal/takeBackRenewal'
import type { Calendar } from './calendar'
import { openNextSeason } from './season'
import type { Act } from './timeline'
import { asMember, staffOf, type World } from './world'

/** The next season, ten days into renewing: some have paid, some are about to, most have not answered. */
export function renewalActs({ ago }: Calendar): Act[] {
  return [
    { at: ago(14, 9), run: openNextSeason },
    { at: ago(10, 1), run: ({ app }) => keepAllSeats(app) },
    renew('adele', ago(9, 19)),
    renew('cyprien', ago(8, 12)),
    renew('isaure', ago(8, 20)),
    renew('ludivine', ago(7, 18)),
    by('brahim', ago(6, 9), ({ app }, of) => declineRenewal(app, of)),
    pay('adele', ago(6, 15)),
    pay('cyprien', ago(5, 15)),
    pay('isaure', ago(5, 15.5)),
    renew('joachim', ago(4, 21)),
    by('ludivine', ago(3, 8), (world, of) =>
      takeBackRenewal(world.app, { ...of, by: asMember(world, 'ludivine') }),
    ),
    // She called the office.
    by('kadiatou', ago(1, 11), (world, of) => renewForMember(world.app, { ...of, by: staffOf(world) })),
  ]
}

type Of = { person: string; season: string }
type Step = (world: World, of: Of) => Promise<Parameters<typeof unwrap>[0]>

const by = (key: string, at: Date, step: Step): Act => ({
  at,
  run: async (world) =>
    unwrap(await step(world, { person: world.people.get(key).id, season: world.ids.get('next') })),
})

const renew = (key: string, at: Date): Act => by(key, at, ({ app }, of) => renewMembership(app, of))

const pay = (key: string, at: Date): Act =>
  by(key, at, async (world, { person, season }) => {
    const row = await findRenewal(world.app, person, season)
    const file = row && (await findRenewalFile(world.app, row))
    return recordPayment(world.app, {
      application: file?.id ?? '',
      cents: 500,
      method: 'transfer',
      receivedOn: world.today(),
      reference: 'Renouvellement',
      by: staffOf(world),
    })
  })
