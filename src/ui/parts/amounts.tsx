import { formatNumber } from '@/core/lang'
import { type Cents, formatCents } from '@/core/money'
import { cx } from '../classes'
import { useUi } from '../context'
import { NO_BREAK, typeset } from '../typography'
import { useTexts } from '../useTexts'

export type TsAmountProps = {
  amount: number
  /** Reserved until an evaluation; said beside the amount. */
  held?: number
  /** « +5 TS », « −2 TS »: an entry rather than a balance. */
  signed?: boolean
  large?: boolean
}

/** « 5 TS », with what is held beside it. */
export function TsAmount({ amount, held = 0, signed, large }: TsAmountProps) {
  const { lang } = useUi()
  const t = useTexts().ts
  const figure = (n: number) => formatNumber(Math.abs(n), lang)
  const sign = amount < 0 ? '−' : signed && amount > 0 ? '+' : ''
  return (
    <span className={cx('ts', large && 'ts--large')}>
      <span className="ts__amount">
        {sign}
        {figure(amount)}
        {NO_BREAK}
        <abbr className="ts__unit" title={t.unit}>
          TS
        </abbr>
      </span>
      {held > 0 && (
        <span className="ts__held"> {typeset(held === 1 ? t.heldOne : t.held(figure(held)), lang)}</span>
      )}
    </span>
  )
}

export type MoneyProps = { cents: Cents; short?: boolean }

/** « 5,00 € »; `short` drops the decimals of whole euros. */
export function Money({ cents, short }: MoneyProps) {
  const { lang } = useUi()
  return <span className="money">{formatCents(cents, lang, { short })}</span>
}
