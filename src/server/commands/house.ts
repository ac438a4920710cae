import type { Command } from '@/hooks'
import { createAdmin } from './createAdmin'
import { dropDeliveries, listDeliveries, replayDeliveries } from './deliveries'
import { exportMember } from './exportMember'
import { rebuildLedger, verifyTheLedger } from './ledger'
import { passwordReset } from './passwordReset'
import { listPlugins } from './plugins'

/** The commands of the house itself that ask the program, in the order of the help page. */
export const houseCommands: Command[] = [
  createAdmin,
  passwordReset,
  exportMember,
  listPlugins,
  verifyTheLedger,
  rebuildLedger,
  listDeliveries,
  replayDeliveries,
  dropDeliveries,
]
