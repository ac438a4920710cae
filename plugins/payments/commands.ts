import { BadArguments, type Command } from '@/hooks'
import { auditReceipts } from './service/auditReceipts'

export const paymentsCommands: Command[] = [
  {
    name: 'receipts:audit',
    summary: {
      fr: 'les reçus sont-ils numérotés sans trou, chaque année ? code 1 sinon',
      en: 'are receipts numbered without a gap, each year? exit code 1 if not',
    },
    async run(app, args, print, lang) {
      if (args.length > 0) throw new BadArguments(lang === 'en' ? 'It takes no argument.' : 'Sans argument.')
      const found = await auditReceipts(app)
      for (const { year, n } of found) print(`✗ ${year}-${n}`)
      print(lang === 'en' ? `Findings: ${found.length}` : `Anomalies : ${found.length}`)
      return found.length === 0 ? 0 : 1
    },
  },
]
