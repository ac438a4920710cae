import { z } from 'zod'
import { seesPeople } from '@/collections/members/access'
import { readPeople } from '@/collections/members/service'
import { formatDate, formatDateTime } from '@/core/dates'
import { formatCents } from '@/core/money'
import {
  type FormState,
  notFound,
  page,
  type Reply,
  type Route,
  type RouteContext,
  redirect,
  route,
  withError,
} from '@/hooks'
import {
  Button,
  ButtonLink,
  DateInput,
  DefinitionList,
  Form,
  Notice,
  Page,
  PageHeading,
  RadioGroup,
  Section,
  Stack,
  StatusTag,
  TextInput,
} from '@/ui'
import { HAND_METHODS } from '../../contract'
import { departureTexts } from '../../i18n/departure'
import { handlesFiles, handlesPayments } from '../../service/actor'
import { recordRefund } from '../../service/departure/recordRefund'
import { type DepartureRow, findDeparture, findRefund, type RefundRow } from '../../service/departure/rows'
import { todayOf } from '../../service/readCounter'
import { findSeason } from '../../service/rows'
import { DEPARTURES_PAGE, departureHref, MONEY_KIND } from './places'

type Shown = { ctx: RouteContext; row: DepartureRow; refund: RefundRow | null; sent: FormState | null }

async function show(ctx: RouteContext, sent: FormState | null = null): Promise<Reply> {
  const row = await findDeparture(ctx.app, ctx.params.id ?? '')
  if (!row) return notFound()
  const [refund, season, people] = await Promise.all([
    findRefund(ctx.app, row),
    findSeason(ctx.app, row.season),
    readPeople(ctx.app, [row.askedBy]),
  ])
  const t = departureTexts(ctx.lang)
  const o = t.office
  return page({
    title: row.name,
    layout: 'extranet',
    status: sent ? 422 : 200,
    current: DEPARTURES_PAGE,
    breadcrumbs: [{ label: o.title, href: DEPARTURES_PAGE }, { label: row.name }],
    view: (
      <Page width="text">
        <PageHeading
          kicker={<StatusTag kind={MONEY_KIND[row.money]}>{t.money[row.money]}</StatusTag>}
          title={row.name}
          lead={o.file.lead[row.money](row.name)}
        />
        <Stack>
          {row.settled !== 1 && <Notice>{o.file.underWay}</Notice>}
          <RefundPart ctx={ctx} row={row} refund={refund} sent={sent} />
          <Facts
            ctx={ctx}
            row={row}
            refund={refund}
            season={season ? (ctx.lang === 'en' ? season.titleEn : season.titleFr) : '—'}
            by={people.get(row.askedBy)?.name ?? o.file.program}
          />
          {seesPeople(ctx.who) && (
            <ButtonLink href={`/bureau/personnes/${row.person}`}>{o.file.person}</ButtonLink>
          )}
        </Stack>
      </Page>
    ),
  })
}

/** The one act that awaits staff here: to say that the money was given back. */
function RefundPart({ ctx, row, sent }: Shown) {
  const t = departureTexts(ctx.lang)
  const r = t.office.refund
  if (row.money !== 'by-hand') return null
  const why = row.moneyWhy
  const today = todayOf(ctx.app)
  return (
    <Stack>
      {why && (
        <Notice kind="warning">
          {why === 'service.absent'
            ? t.office.file.noCard
            : why === 'payments.refund-failed'
              ? t.office.file.cardFailed
              : t.office.file.cardRefused(why)}
        </Notice>
      )}
      {handlesPayments(ctx.who) ? (
        <Section title={r.title} id="rendre-titre">
          <Form id="rendre" action={`${departureHref(row.id)}/rendre`} {...(sent ?? {})}>
            <RadioGroup
              name="method"
              label={r.method}
              inline
              options={HAND_METHODS.map((value) => ({ value, label: t.methods[value] }))}
            />
            <DateInput name="on" label={r.on} value={today} max={today} />
            <TextInput
              name="reference"
              label={r.reference}
              hint={r.referenceHint}
              optional
              size="medium"
              maxLength={80}
            />
            <Button note={r.note(formatCents(row.cents, ctx.lang, { short: true }))}>{r.submit}</Button>
          </Form>
        </Section>
      ) : (
        <Notice>{t.office.file.notYours}</Notice>
      )}
    </Stack>
  )
}

type FactsProps = Omit<Shown, 'sent'> & { season: string; by: string }

function Facts({ ctx, row, refund, season, by }: FactsProps) {
  const t = departureTexts(ctx.lang)
  const f = t.office.file
  const zone = ctx.app.settings.timeZone
  const credit =
    row.returned === null || row.returned === undefined
      ? f.creditLater
      : f.creditText(row.returned, row.shortfall ?? 0)
  return (
    <Section title={f.about}>
      <DefinitionList
        items={[
          { term: f.season, value: season },
          {
            term: f.channel,
            value: `${formatDateTime(row.askedAt, ctx.lang, zone)}, ${t.channels[row.channel]}`,
          },
          { term: f.reason, value: t.reasonCodes[row.reasonCode] },
          ...(row.note ? [{ term: f.note, value: row.note }] : []),
          { term: f.by, value: by },
          { term: f.seat, value: row.seat > 0 ? f.seatNo(row.seat) : f.noSeat },
          { term: f.credit, value: credit },
          { term: f.amount, value: formatCents(row.cents, ctx.lang, { short: true }) },
          ...(refund
            ? [
                {
                  term: f.refund,
                  value: f.refundText(formatDate(refund.givenOn, ctx.lang), t.methods[refund.method]),
                },
                // By card it is a number of the house's own, which says nothing to anybody.
                ...(refund.reference && refund.method !== 'card'
                  ? [{ term: f.reference, value: refund.reference }]
                  : []),
              ]
            : []),
        ]}
      />
    </Section>
  )
}

const FIELDS: Partial<Record<string, string>> = { 'refund.wrong-method': 'method', 'refund.wrong-date': 'on' }

export const departureFileRoutes: Route[] = [
  route({ path: departureHref(':id'), access: handlesFiles, get: (ctx) => show(ctx) }),
  route({
    path: `${departureHref(':id')}/rendre`,
    access: handlesPayments,
    get: async (ctx) => redirect(departureHref(ctx.params.id ?? '')),
    post: async (ctx) => {
      if (!ctx.who) return { type: 'forbidden' }
      const departure = ctx.params.id ?? ''
      const form = await ctx.read(
        z.object({
          method: z.string({ error: 'refund.wrong-method' }),
          on: z.string().min(1, 'refund.wrong-date'),
          reference: z.string().trim().max(80).optional(),
        }),
      )
      if (!form.ok) return show(ctx, form.state)
      const done = await recordRefund(ctx.app, { departure, ...form.data, by: ctx.who })
      const t = departureTexts(ctx.lang).office.refund
      if (done.ok)
        return redirect(departureHref(departure), {
          kind: done.value.already ? 'info' : 'success',
          text: done.value.already ? t.already : t.done,
        })
      if (done.reason === 'departure.unknown') return notFound()
      const field = FIELDS[done.reason]
      if (field) return show(ctx, withError(form.state, field, ctx.reason(done)))
      return redirect(departureHref(departure), { kind: 'refusal', text: ctx.reason(done) })
    },
  }),
]
