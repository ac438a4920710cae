import { z } from 'zod'
import { formatMeeting } from '@/core/dates'
import { listingOf, oneOf } from '@/core/listing'
import { type FormState, page, type Reply, type RouteContext, redirect, route, withError } from '@/hooks'
import { ButtonLink, Confirm, DataTable, EmptyState, ListPage, T } from '@/ui'
import { seriesOf } from '../../domain/slots'
import { instantOf } from '../../domain/wallTime'
import { applicationTexts } from '../../i18n/applications'
import { handlesApplications } from '../../service/actor'
import { readApplicationSettings } from '../../service/applicationSettings'
import { type OfficeSlot, officeSlots, PAGE_SIZE } from '../../service/slots/listSlots'
import { type Published, publishSlots } from '../../service/slots/publishSlots'
import { withdrawSlot } from '../../service/slots/withdrawSlot'
import { fileHref } from '../officeAccess'
import { PublishForms, type SentSlots } from './officeForms'

export const SLOTS_OFFICE = '/bureau/creneaux'

const listing = listingOf({ vue: oneOf(['a-venir', 'passes', 'retires']), qui: oneOf(['', 'moi']) })

async function show(ctx: RouteContext, sent: SentSlots = null): Promise<Reply> {
  const t = applicationTexts(ctx.lang).slots
  const asked = listing.read(ctx.url.searchParams)
  const host = asked.qui === 'moi' ? (ctx.who?.id ?? null) : null
  const [{ rows, total }, { interviewMinutes }] = await Promise.all([
    officeSlots(ctx.app, { view: asked.vue, host, page: asked.page }),
    readApplicationSettings(ctx.app),
  ])
  const href = (change: Partial<typeof asked>) => listing.href(SLOTS_OFFICE, { ...asked, page: 1, ...change })
  const pages = Math.ceil(total / PAGE_SIZE)
  if (rows.length === 0 && total > 0) return redirect(href({ page: pages }))
  return page({
    title: t.title,
    layout: 'extranet',
    status: sent ? 422 : 200,
    current: SLOTS_OFFICE,
    view: (
      <ListPage
        title={t.title}
        lead={t.lead}
        views={{
          label: t.views,
          all: [
            ['a-venir', t.upcoming],
            ['passes', t.past],
            ['retires', t.withdrawn],
          ],
          current: asked.vue,
          total,
          href: (vue) => href({ vue }),
        }}
        whose={{
          action: listing.href(SLOTS_OFFICE, { vue: asked.vue }),
          hidden: listing.hidden(asked, 'qui'),
          value: asked.qui,
          label: t.whose,
          act: t.show,
          everyones: t.everyones,
          options: [{ value: 'moi', label: t.mine }],
        }}
        rows={
          rows.length > 0 && (
            <SlotTable ctx={ctx} rows={rows} total={total} withdrawable={asked.vue === 'a-venir'} />
          )
        }
        empty={
          <EmptyState title={t.empty} action={<ButtonLink href="#publier">{t.emptyAct}</ButtonLink>}>
            {t.emptyText}
          </EmptyState>
        }
        page={asked.page}
        pages={pages}
        href={(n) => href({ page: n })}
      >
        <PublishForms ctx={ctx} sent={sent} minutes={interviewMinutes} action={SLOTS_OFFICE} />
      </ListPage>
    ),
  })
}

function SlotTable({
  ctx,
  rows,
  total,
  withdrawable,
}: {
  ctx: RouteContext
  rows: OfficeSlot[]
  total: number
  withdrawable: boolean
}) {
  const { slots: t, pick } = applicationTexts(ctx.lang)
  const when = (row: OfficeSlot) => formatMeeting(row.startsAt, ctx.lang, ctx.app.settings.timeZone)
  const act = {
    key: 'act',
    label: t.act,
    labelHidden: true,
    cell: (row: OfficeSlot) => (
      <Confirm
        label={t.withdraw}
        question={t.question}
        consequence={row.holder ? t.consequenceTaken(row.holder.name) : t.consequenceFree}
        confirm={t.confirm}
        action={`${SLOTS_OFFICE}/${row.id}/retirer`}
      />
    ),
  }
  return (
    <DataTable
      caption={t.count(total)}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'when', label: t.when, heading: true, cell: (row) => <T>{when(row)}</T> },
        { key: 'length', label: t.length, cell: (row) => pick.length(row.minutes) },
        { key: 'place', label: t.place, cell: (row) => row.place },
        { key: 'host', label: t.host, cell: (row) => row.hostName },
        {
          key: 'holder',
          label: t.holder,
          cell: (row) =>
            row.holder ? <a href={fileHref(row.holder.id)}>{row.holder.name}</a> : <span>{t.free}</span>,
        },
        ...(withdrawable ? [act] : []),
      ]}
    />
  )
}

const minutes = z.coerce.number({ error: 'slot.length' }).int('slot.length')
const place = z.string({ error: 'interview.place-missing' }).trim().min(1, 'interview.place-missing').max(300)
const one = z.object({ at: z.string().min(1, 'date.invalid'), minutes, place })
const given = (missing: string) => z.string({ error: missing }).min(1, missing)
const day = given('slot.day-missing')
const hour = given('slot.hour-missing')
const weekday = z.enum(['1', '2', '3', '4', '5', '6', '7'])
const series = z.object({
  from: day,
  to: day,
  weekdays: z.union([z.array(weekday), weekday.transform((d) => [d])], { error: 'slot.no-day' }),
  start: hour,
  end: hour,
  minutes,
  place,
})

const FIELD_OF: Partial<Record<string, string>> = {
  'slot.length': 'minutes',
  'slot.no-day': 'weekdays',
  'slot.no-room': 'end',
  'slot.wrong-days': 'to',
  'slot.too-many': 'to',
}

function said(ctx: RouteContext, { published, left }: Published): Reply {
  const t = applicationTexts(ctx.lang).slots
  return redirect(
    SLOTS_OFFICE,
    published === 0
      ? { kind: 'info', text: t.nothing }
      : { kind: 'success', text: t.published(published, left) },
  )
}

const refused = (
  ctx: RouteContext,
  form: 'un' | 'serie',
  state: FormState,
  reason: { reason: string; detail?: Readonly<Record<string, string | number>> },
) => {
  const field = FIELD_OF[reason.reason] ?? (form === 'un' ? 'at' : 'from')
  return show(ctx, { form, state: withError(state, field, ctx.reason({ ok: false, ...reason })) })
}

export const slotRoutes = [
  route({
    path: SLOTS_OFFICE,
    access: handlesApplications,
    get: (ctx) => show(ctx),
    post: async (ctx) => {
      if (!ctx.who) return { type: 'forbidden' }
      const form = await ctx.read(one)
      if (!form.ok) return show(ctx, { form: 'un', state: form.state })
      const at = instantOf(form.data.at, ctx.app.settings.timeZone)
      if (!at.ok) return refused(ctx, 'un', form.state, at)
      const done = await publishSlots(ctx.app, { ...form.data, by: ctx.who, moments: [at.value] })
      return done.ok ? said(ctx, done.value) : refused(ctx, 'un', form.state, done)
    },
  }),
  route({
    path: `${SLOTS_OFFICE}/serie`,
    access: handlesApplications,
    get: async () => redirect(SLOTS_OFFICE),
    post: async (ctx) => {
      if (!ctx.who) return { type: 'forbidden' }
      const form = await ctx.read(series)
      if (!form.ok) return show(ctx, { form: 'serie', state: form.state })
      const wanted = { ...form.data, weekdays: form.data.weekdays.map(Number) }
      const moments = seriesOf(wanted, ctx.app.settings.timeZone)
      if (!moments.ok) return refused(ctx, 'serie', form.state, moments)
      const done = await publishSlots(ctx.app, {
        by: ctx.who,
        moments: moments.value,
        minutes: wanted.minutes,
        place: wanted.place,
      })
      return done.ok ? said(ctx, done.value) : refused(ctx, 'serie', form.state, done)
    },
  }),
  route({
    path: `${SLOTS_OFFICE}/:id/retirer`,
    access: handlesApplications,
    get: async () => redirect(SLOTS_OFFICE),
    post: async (ctx) => {
      if (!ctx.who) return { type: 'forbidden' }
      const done = await withdrawSlot(ctx.app, { slot: ctx.params.id ?? '', by: ctx.who })
      const t = applicationTexts(ctx.lang).slots
      return redirect(
        SLOTS_OFFICE,
        done.ok ? { kind: 'success', text: t.done } : { kind: 'refusal', text: ctx.reason(done) },
      )
    },
  }),
]
