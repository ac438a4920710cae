import { staffFor } from '@/core/access'
import { formatNumber } from '@/core/lang'
import type { WidgetContext } from '@/hooks'
import { T } from '@/ui'
import { POOL } from '../contract'
import { texts } from '../i18n'
import { readBalance } from '../service/readBalance'

const handlesLedger = staffFor('ledger')

/** On the dashboard of the admin, for who keeps the ledger: how many TS the association has given out. */
export async function staffPool({ app, who, lang }: WidgetContext) {
  if (!handlesLedger(who)) return null
  const pool = await readBalance(app, POOL)
  if (!pool) return null
  const t = texts(lang).desk
  return (
    <>
      <h2>
        <a href="/bureau/ts">{t.title}</a>
      </h2>
      <p>
        <T>{t.poolText(formatNumber(-pool.balance, lang))}</T>
      </p>
    </>
  )
}
