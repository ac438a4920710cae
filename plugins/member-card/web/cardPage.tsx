import { activeMember } from '@/core/access'
import { formatDate } from '@/core/dates'
import { page, type RouteContext, raw, redirect, route } from '@/hooks'
import { Actions, ButtonLink, EmptyState, MemberCard, Notice, Page, PageHeading, Stack, T } from '@/ui'
import { texts } from '../i18n'
import { type Card, readCard } from '../service/readCard'
import { cardPdf } from './cardPdf'
import { QrCode } from './qr'

export const CARD = '/ma-carte'
const PDF = `${CARD}/pdf`

/** « Place n° 48 · valable jusqu’au 31 décembre 2026 ». */
export function validity(card: Card, { lang }: Pick<RouteContext, 'lang'>): string {
  const t = texts(lang)
  const seat = card.seat > 0 ? t.seat(card.seat) : t.noSeat
  const date = card.until && formatDate(card.until, lang)
  return `${seat} · ${date ? (card.valid ? t.until(date) : t.over(date)) : t.open}`
}

function CardView({ ctx, card }: { ctx: RouteContext; card: Card }) {
  const t = texts(ctx.lang)
  const { mine, ...counts } = card.seats
  return (
    <Page width="text">
      <PageHeading title={t.title} lead={t.lead} />
      <Stack>
        {!card.valid && <Notice kind="warning">{t.overNotice}</Notice>}
        <MemberCard
          association={card.association}
          name={card.name}
          src={card.portrait}
          note={card.headline}
          season={card.season}
          seats={mine > 0 ? { ...counts, mine } : counts}
          validity={validity(card, ctx)}
          code={<QrCode text={card.href} label={t.code} />}
        />
        <Actions>
          <ButtonLink kind="main" href={PDF} download>
            {t.pdf}
          </ButtonLink>
          <ButtonLink href={new URL(card.href).pathname} note={t.checkNote}>
            {t.check}
          </ButtonLink>
        </Actions>
      </Stack>
    </Page>
  )
}

function NoCard({ ctx }: { ctx: RouteContext }) {
  const t = texts(ctx.lang)
  return (
    <Page width="text">
      <PageHeading title={t.title} />
      <EmptyState title={t.none} action={<ButtonLink href="/aujourdhui">{t.noneAct}</ButtonLink>}>
        <T>{t.noneText}</T>
      </EmptyState>
    </Page>
  )
}

/** One's own card: whose it is says the sign-in, never the address. */
export const cardRoute = route({
  path: CARD,
  access: activeMember,
  get: async (ctx) => {
    const card = await readCard(ctx.app, ctx.who?.id ?? '', ctx.lang)
    return page({
      title: texts(ctx.lang).title,
      layout: 'extranet',
      view: card.ok ? <CardView ctx={ctx} card={card.value} /> : <NoCard ctx={ctx} />,
    })
  },
})

export const cardPdfRoute = route({
  path: PDF,
  access: activeMember,
  get: async (ctx) => {
    const card = await readCard(ctx.app, ctx.who?.id ?? '', ctx.lang)
    if (!card.ok) return redirect(CARD)
    const body = await cardPdf(ctx.app, card.value, ctx.lang, validity(card.value, ctx))
    return raw('application/pdf', body, {
      headers: {
        'Content-Disposition': `attachment; filename="${texts(ctx.lang).file}"`,
        'Cache-Control': 'private, no-store',
      },
    })
  },
})
