import { HOUR } from '@/core/clock'
import { definePlugin } from '@/hooks'
import { creditRules } from './collections'
import './contract'
import { grantFor } from './service/grantFor'
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
  collections: [creditRules],
  on: {
    'membership.confirmed': (app, { data, at }) => grantFor(app, 'membership.confirmed', data.person, at),
  },
  jobs: [{ id: 'credit-rules.seed', everyMs: HOUR, run: seedRules }],
})
