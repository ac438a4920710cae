import type { App } from '@/hooks'
import { type Outcome, POOL } from '../contract'
import { ledgerOf } from './ledgerOf'

/** The association's own account, from which grants come; opened once. */
export const openPool = (app: App): Promise<Outcome> =>
  ledgerOf(app).openAccount({ actor: 'system', key: POOL, account: POOL })
