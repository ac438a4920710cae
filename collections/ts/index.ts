import { activeMember, staffFor } from '@/core/access'
import { MINUTE } from '@/core/clock'
import { defineModule } from '@/hooks'
import { accounts } from './admin/accounts'
import { checkpoints } from './admin/checkpoints'
import { notes } from './admin/notes'
import { seals } from './admin/seals'
import { transfers } from './admin/transfers'
import './contract'
import { reasons, texts } from './i18n'
import { exportAccount } from './service/exportAccount'
import { ledgerOf } from './service/ledgerOf'
import { openMemberAccount } from './service/openMemberAccount'
import { findBalances } from './service/readBalance'
import { ledgerRelay } from './service/relay'
import { repairProjection } from './service/repairProjection'
import { sealLedger } from './service/sealLedger'
import { accountRoute } from './web/account'
import { correctRoute } from './web/correct'
import { deskRoute } from './web/desk'
import { limitsRoute } from './web/limits'
import { movementsRoute } from './web/movementsPage'
import { staffAccountRoute } from './web/staffAccount'
import { staffPool } from './web/staffPool'
import { statementCsvRoute, statementRoute } from './web/statement'
import { todayBalance } from './web/todayBalance'

/** The time-credit ledger as the house shows it. The ledger itself: contract.ts, service/, store/. */
export const tsModule = defineModule({
  id: 'ts',
  collections: [accounts, transfers, notes, seals, checkpoints],
  relays: [ledgerRelay],
  on: {
    // An account opens with the membership; a suspended or lapsed one keeps it.
    'standing.changed': async (app, { data }) => {
      if (data.to === 'active') await openMemberAccount(app, data.person)
    },
  },
  jobs: [
    { id: 'ts.seal', everyMs: MINUTE, run: async (app) => void (await sealLedger(app)) },
    { id: 'ts.expire-holds', everyMs: MINUTE, run: async (app) => void (await ledgerOf(app).expireHolds()) },
    {
      id: 'ts.repair-projection',
      everyMs: 5 * MINUTE,
      run: async (app) => void (await repairProjection(app)),
    },
  ],
  routes: [
    accountRoute,
    movementsRoute,
    statementRoute,
    statementCsvRoute,
    deskRoute,
    staffAccountRoute,
    correctRoute,
    limitsRoute,
  ],
  menu: [
    {
      place: 'account',
      label: { fr: 'Mes TS', en: 'My TS' },
      href: '/compte',
      order: 2,
      access: activeMember,
    },
    {
      place: 'account',
      label: { fr: 'Comptes TS', en: 'TS accounts' },
      href: '/bureau/ts',
      order: 80,
      access: staffFor('ledger'),
      group: 'money',
    },
  ],
  widgets: [
    { place: 'today', order: 20, load: todayBalance },
    { place: 'staff', order: 20, load: staffPool },
  ],
  todo: async (app, who, lang) => {
    if (!staffFor('ledger')(who)) return []
    const low = await findBalances(
      app,
      {
        and: [{ key: { like: 'member:' } }, { closed: { not_equals: true } }, { balance: { less_than: 0 } }],
      },
      'balance',
      100,
    )
    const label = texts(lang).desk.todo(low.length)
    return low.length ? [{ label, count: low.length, href: '/bureau/ts' }] : []
  },
  reasons,
  exportOf: exportAccount,
})
