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

/** Asked by our own commands alone: not on the help page. */
export const innerCommands: Command[] = [
  {
    name: 'doctor:database',
    summary: { fr: '', en: '' },
    async run(app, args, print, lang) {
      const { checkDatabase } = await import('../doctor/inDatabase')
      const findings = await checkDatabase(app, lang, { deep: args.includes('--deep'), alone: false })
      print(JSON.stringify(findings))
      return 0
    },
  },
]
