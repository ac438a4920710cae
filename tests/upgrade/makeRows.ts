import { createMember } from '@/collections/members/service'
import { POOL } from '@/collections/ts/contract'
import { ledgerOf, projectorOf } from '@/collections/ts/service/ledgerOf'
import { memberAccount, openMemberAccount } from '@/collections/ts/service/openMemberAccount'
import { openPool } from '@/collections/ts/service/openPool'
import { sealLedger } from '@/collections/ts/service/sealLedger'
import { HOUR } from '@/core/clock'
import { unwrap } from '@/core/result'
import { slugify } from '@/core/text'
import type { App } from '@/hooks'
import { drain } from '@/hooks/runtime/index'

/** A little of everything that must not be lost: people, a sealed ledger, mails, a fact not yet told to anybody. */
export async function makeRows(app: App): Promise<void> {
  const [ada, bea] = await Promise.all(
    ['Ada', 'Béa'].map(async (name) => {
      const email = `${slugify(name)}@example.org`
      const made = unwrap(
        await createMember(app, { email, name, password: `${name} a une longue phrase`, standing: 'active' }),
      )
      await openMemberAccount(app, made.id)
      return memberAccount(made.id)
    }),
  )
  if (!ada || !bea) throw new Error('two were made')
  await openPool(app)
  await drain(app)
  const ledger = ledgerOf(app)
  const from = (debit: string, credit: string, amount: number, key: string) => ({
    actor: 'test',
    key,
    debit,
    credit,
    amount,
  })
  unwrap(await ledger.transfer(from(POOL, ada, 5, 'grant')))
  const hold = unwrap(
    await ledger.hold({ ...from(ada, bea, 2, 'help'), expiresAt: new Date(Date.now() + 1000 * HOUR) }),
  )
  unwrap(await ledger.post({ actor: 'test', key: 'evaluated', hold: hold.key }))
  await ledger.transfer(from(bea, ada, 1_000, 'too much'))
  await projectorOf(app).flush()
  // All of it, up to this moment.
  await sealLedger(app, { lag: -1_000, checkpointEvery: 1 })
  // The last fact stays in its row: who upgrades may have been stopped at any moment.
  unwrap(await createMember(app, { email: 'cleo@example.org', name: 'Cléo' }))
}
