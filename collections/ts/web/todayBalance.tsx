import { activeMember } from '@/core/access'
import type { WidgetContext } from '@/hooks'
import { ButtonLink, Section, TsAmount } from '@/ui'
import { texts } from '../i18n'
import { readBalanceOf } from '../service/readBalance'

/** The reader's TS on Aujourd'hui, with what is held beside them. */
export async function todayBalance(ctx: WidgetContext) {
  if (!ctx.who || !activeMember(ctx.who)) return null
  const balance = await readBalanceOf(ctx.app, ctx.who.id)
  if (!balance) return null
  const t = texts(ctx.lang).account
  return (
    <Section
      title={t.title}
      action={
        <ButtonLink kind="quiet" href="/compte">
          {t.all}
        </ButtonLink>
      }
    >
      <p>
        <TsAmount amount={balance.balance} held={balance.heldOut} large />
      </p>
    </Section>
  )
}
