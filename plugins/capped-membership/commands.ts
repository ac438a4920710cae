import { BadArguments, type Command } from '@/hooks'
import { auditSeats } from './service/auditSeats'

export const membershipCommands: Command[] = [
  {
    name: 'seats:audit',
    summary: {
      fr: 'places, adhésions, paiements et dossiers disent-ils la même chose ? code 1 sinon',
      en: 'do seats, memberships, payments and files agree? exit code 1 if not',
    },
    async run(app, args, print, lang) {
      if (args.length > 0) throw new BadArguments(lang === 'en' ? 'It takes no argument.' : 'Sans argument.')
      const findings = await auditSeats(app)
      for (const finding of findings) print(`✗ ${JSON.stringify(finding)}`)
      print(lang === 'en' ? `Findings: ${findings.length}` : `Anomalies : ${findings.length}`)
      return findings.length === 0 ? 0 : 1
    },
  },
]
