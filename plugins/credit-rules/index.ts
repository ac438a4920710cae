import { HOUR } from '@/core/clock'
import { ok } from '@/core/result'
import { definePlugin } from '@/hooks'
import { creditRules } from './collections'
import './contract'
import { creditReturns } from './returns'
import { exportReturns } from './service/exportReturns'
import { grantFor } from './service/grantFor'
import { returnGrants } from './service/returnGrants'
import { seedRules } from './service/seedRules'

export const creditRulesPlugin = definePlugin({
  id: 'credit-rules',
  version: '0.1.0',
  title: { fr: 'Règles de TS', en: 'TS rules' },
  description: {
    fr: 'Donne des TS quand quelque chose arrive : 5 TS à l’adhésion, et ce que l’équipe décide.',
    en: 'Grants TS when something comes to pass: 5 TS on joining, and what staff decides.',
  },
  requires: { 'capped-membership': '^0.1.0' },
  collections: [creditReturns, creditRules],
  on: {
    'membership.confirmed': (app, { data, at }) => grantFor(app, 'membership.confirmed', data.person, at),
    'membership.ended': (app, { data, at }) => returnGrants(app, data, at),
  },
  filters: {
    'ts.codes': {
      apply: async (_app, codes) =>
        ok({
          ...codes,
          'grant-return': { label: { fr: 'Retour à l’association, au départ', en: 'Returned on leaving' } },
        }),
    },
  },
  jobs: [{ id: 'credit-rules.seed', everyMs: HOUR, run: seedRules }],
  exportOf: exportReturns,
})
