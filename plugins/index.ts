import type { Plugin } from '@/hooks'
import { cappedMembership } from './capped-membership'
import { creditRulesPlugin } from './credit-rules'

/** The plugins, in the order in which their listeners and filters are called. A plugin is one line here. */
export const plugins: Plugin[] = [cappedMembership, creditRulesPlugin]
