import type { Plugin } from '@/hooks'
import { cappedMembership } from './capped-membership'
import { creditRulesPlugin } from './credit-rules'
import { followUpPlugin } from './follow-up'
import { lettersPlugin } from './letters'
import { memberCardPlugin } from './member-card'
import { paymentsPlugin } from './payments'

export const plugins: Plugin[] = [
  // A plugin is one line here. Their listeners and filters are called in this order.
  cappedMembership,
  memberCardPlugin,
  creditRulesPlugin,
  paymentsPlugin,
  followUpPlugin,
  lettersPlugin,
]
