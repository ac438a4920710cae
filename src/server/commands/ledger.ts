import { mendProjection } from '@/collections/ts/service/mendProjection'
import { verifyLedger } from '@/collections/ts/service/verifyLedger'
import type { Command } from '@/hooks'
import { auditSeats } from '@/plugins/capped-membership/service/auditSeats'
import { noArguments } from './arguments'
import { EXIT } from './exits'

export const verifyTheLedger: Command = {
  name: 'ledger:verify',
  summary: {
    fr: 'rejoue tout le registre et contrôle les places ; code 1 si quelque chose ne va pas',
    en: 'replays the whole ledger and audits the seats; exit code 1 when something is wrong',
  },
  async run(app, args, print, lang) {
    noArguments(args, lang)
    const ledger = await verifyLedger(app)
    const seats = await auditSeats(app)
    const findings = [...ledger.findings, ...seats]
    for (const finding of findings) print(`✗ ${JSON.stringify(finding)}`)
    const mark = findings.length === 0 ? '✓' : '✗'
    print(
      lang === 'en'
        ? `${mark} ${ledger.rows} rows of the ledger replayed, seats audited: ${findings.length} finding(s)`
        : `${mark} ${ledger.rows} lignes du registre rejouées, places contrôlées : ${findings.length} anomalie(s)`,
    )
    return findings.length === 0 ? EXIT.done : EXIT.failed
  },
}

export const rebuildLedger: Command = {
  name: 'ledger:rebuild',
  summary: {
    fr: 'refait les soldes affichés à partir des écritures ; le registre lui-même ne change pas',
    en: 'makes the balances shown again from the entries; the ledger itself does not change',
  },
  async run(app, args, print, lang) {
    noArguments(args, lang)
    const { accounts, mended } = await mendProjection(app)
    print(
      lang === 'en'
        ? `✓ ${accounts} accounts projected, ${mended} of them shown wrongly until now`
        : `✓ ${accounts} comptes refaits, dont ${mended} affichés de travers jusqu’ici`,
    )
    return EXIT.done
  },
}
