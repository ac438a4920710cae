import { signedIn } from '@/core/access'
import { formatCents } from '@/core/money'
import { leaveFor, type RouteContext, redirect, route } from '@/hooks'
import { Actions, Notice, PostButton, T } from '@/ui'
import type { CardFeeReturn } from '../contract'
import { feeKey } from '../domain/keys'
import { onlineText } from '../i18n/online'
import { lastReturned } from '../service/cardFeeRows'
import { payOnline } from '../service/payOnline'
import type { File } from '../service/readFile'

export const PAY = '/ma-candidature/payer'

/** To the payment page of one's own fee. */
export const payRoute = route({
  path: PAY,
  access: signedIn,
  // Somebody who comes back to this address by the browser's arrows.
  get: async () => redirect('/ma-candidature'),
  post: async (ctx) => {
    const page = await payOnline(ctx.app, ctx.who?.id ?? '')
    if (!page.ok) return redirect('/ma-candidature', { kind: 'refusal', text: ctx.reason(page) })
    return leaveFor(page.value.url)
  },
})

/** What there is to know of paying online for a file that is accepted and not paid. */
export type Online = {
  /** Offered at all. */
  online: boolean
  state: string
  returned: CardFeeReturn | null
}

export async function readOnline(ctx: RouteContext, { application, payment }: File): Promise<Online | null> {
  if (application.state !== 'accepted' || payment) return null
  const [about, returned] = await Promise.all([
    ctx.app.call('payments.about', { ref: feeKey(application.id) }),
    lastReturned(ctx.app, application.id),
  ])
  const { online, state } = about.ok ? about.value : { online: false, state: 'none' }
  return { online, state, returned: returned?.why ?? null }
}

/** The button, or why there is none; above the other ways to pay. */
export function PayOnline({ ctx, file, online }: { ctx: RouteContext; file: File; online: Online }) {
  const t = onlineText(ctx.lang)
  const { application: a, season } = file
  const amount = formatCents(a.dueCents ?? season?.feeCents ?? 0, ctx.lang, { short: true })
  return (
    <>
      {online.returned && <Notice kind="warning">{t.returned[online.returned]}</Notice>}
      {online.state === 'processing' ? (
        <Notice>{t.processing}</Notice>
      ) : online.online ? (
        <Actions>
          <PostButton kind="main" action={PAY} note={t.note}>
            {t.act(amount)}
          </PostButton>
        </Actions>
      ) : (
        <p>
          <T>{t.closed}</T>
        </p>
      )}
    </>
  )
}
