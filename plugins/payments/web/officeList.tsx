import { readContacts } from '@/collections/members/service'
import { formatCents } from '@/core/money'
import { page, type RouteContext, redirect, route } from '@/hooks'
import {
  Actions,
  ButtonLink,
  DataTable,
  DateText,
  EmptyState,
  FilterBar,
  Notice,
  Page,
  PageHeading,
  Pagination,
  PostButton,
  Select,
  Stack,
  StatusTag,
  Tabs,
  TextInput,
} from '@/ui'
import { RECEIPT_METHODS } from '../contract'
import { numberText } from '../domain/receipt'
import { texts } from '../i18n'
import { type Asked, listing, listReceipts, listUnderway, VIEWS } from '../service/listReceipts'
import { retryRefund } from '../service/retryRefund'
import { stripeOf } from '../service/stripeOf'
import { handlesPayments, OFFICE, RECONCILE, receiptHref } from './paths'

/** What came in, what was given back; what is on its way has a view of its own. */
export const officeListRoute = route({
  path: OFFICE,
  access: handlesPayments,
  get: async (ctx) => {
    const t = texts(ctx.lang).office
    const asked = listing.read(ctx.url.searchParams)
    const view = asked.vue === 'underway' ? await underway(ctx) : await journal(ctx, asked)
    return page({
      title: t.title,
      layout: 'extranet',
      view: (
        <Page>
          <Stack>
            <PageHeading title={t.title} lead={t.lead} />
            {!stripeOf(ctx.app) && <Notice>{t.offline}</Notice>}
            <Tabs
              label={t.tabs}
              tabs={VIEWS.map((vue) => ({
                href: listing.href(OFFICE, vue === 'underway' ? { vue } : { ...asked, vue, page: 1 }),
                label: t.views[vue],
                current: vue === asked.vue,
              }))}
            />
            {view}
          </Stack>
        </Page>
      ),
    })
  },
})

async function journal(ctx: RouteContext, asked: Asked) {
  const { app, lang } = ctx
  const t = texts(lang)
  const o = t.office
  const [{ rows, total, pages }, headings] = await Promise.all([
    listReceipts(app, asked),
    app.filter('payments.headings', [], {}),
  ])
  const seasons = headings.ok ? headings.value : []
  return (
    <>
      <FilterBar
        action={OFFICE}
        values={{ q: asked.q, moyen: asked.moyen, saison: asked.saison }}
        active={[asked.q, asked.moyen, asked.saison].filter(Boolean).length}
        hidden={listing.hidden(asked, 'q', 'moyen', 'saison')}
      >
        <TextInput name="q" label={o.search} size="medium" />
        {seasons.length > 0 && (
          <Select
            name="saison"
            label={o.heading}
            empty={o.allHeadings}
            options={seasons.map((s) => ({ value: s.id, label: s[lang] }))}
          />
        )}
        <Select
          name="moyen"
          label={o.method}
          empty={o.allMethods}
          options={RECEIPT_METHODS.map((value) => ({ value, label: t.methods[value] }))}
        />
      </FilterBar>
      <Actions>
        <ButtonLink href={listing.href(`${OFFICE}.csv`, { ...asked, page: 1 })} kind="quiet" download>
          {o.csv}
        </ButtonLink>
        {stripeOf(app) && (
          <ButtonLink href={RECONCILE} kind="quiet">
            {o.reconcile}
          </ButtonLink>
        )}
      </Actions>
      {rows.length === 0 ? (
        <EmptyState title={o.empty} action={<ButtonLink href={`${OFFICE}?vue=all`}>{o.emptyAct}</ButtonLink>}>
          {o.emptyText}
        </EmptyState>
      ) : (
        <DataTable
          caption={o.count(total)}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', label: o.name, heading: true, cell: (row) => row.name },
            {
              key: 'number',
              label: o.number,
              cell: (row) => <a href={receiptHref(row.id)}>{`${t.kinds[row.kind]} ${numberText(row)}`}</a>,
            },
            { key: 'label', label: o.label, cell: (row) => (lang === 'en' ? row.labelEn : row.labelFr) },
            { key: 'method', label: o.method, cell: (row) => t.methods[row.method] },
            { key: 'on', label: o.on, cell: (row) => <DateText at={row.onDay} as="date" /> },
            { key: 'amount', label: o.amount, figures: true, cell: (row) => formatCents(row.cents, lang) },
          ]}
        />
      )}
      <Pagination page={asked.page} pages={pages} href={(n) => listing.href(OFFICE, { ...asked, page: n })} />
    </>
  )
}

type Line = {
  key: string
  what: string
  name: string
  cents: number
  state: string
  alert: boolean
  since: string
  todo: string
  refund?: string
}

async function underway({ app, lang }: RouteContext) {
  const o = texts(lang).office
  const { refunds, checkouts } = await listUnderway(app)
  const people = await readContacts(
    app,
    [...refunds, ...checkouts].map((row) => row.person),
  )
  const nameOf = (person: string) => people.get(person)?.name ?? '—'
  const lines: Line[] = [
    ...refunds.map((row) => ({
      key: row.id,
      what: o.refund,
      name: nameOf(row.person),
      cents: row.cents,
      state: o.refundStates[row.state],
      alert: row.state === 'failed',
      since: row.createdAt,
      todo: row.state === 'failed' ? o.retryNote : o.nothing,
      ...(row.state === 'failed' ? { refund: row.id } : {}),
    })),
    ...checkouts.map((row) => ({
      key: row.id,
      what: o.payment,
      name: nameOf(row.person),
      cents: row.paidCents ?? row.cents,
      state: row.state === 'processing' ? o.processing : o.disputed,
      alert: row.state !== 'processing',
      since: row.paidAt ?? row.createdAt,
      todo: row.state === 'processing' ? o.nothing : o.answerDispute,
    })),
  ]
  if (lines.length === 0) return <EmptyState title={o.underwayEmpty}>{o.underwayText}</EmptyState>
  return (
    <DataTable
      caption={o.count(lines.length)}
      rows={lines}
      rowKey={(line) => line.key}
      columns={[
        { key: 'name', label: o.name, heading: true, cell: (line) => line.name },
        { key: 'what', label: o.what, cell: (line) => line.what },
        { key: 'amount', label: o.amount, figures: true, cell: (line) => formatCents(line.cents, lang) },
        {
          key: 'state',
          label: o.state,
          cell: (line) => <StatusTag kind={line.alert ? 'alert' : 'waiting'}>{line.state}</StatusTag>,
        },
        { key: 'since', label: o.since, cell: (line) => <DateText at={line.since} /> },
        {
          key: 'todo',
          label: o.todo,
          cell: (line) =>
            line.refund ? (
              <PostButton
                action={`${OFFICE}/remboursements/${line.refund}/reessayer`}
                small
                note={line.todo}
                label={`${o.retry} : ${line.name}`}
              >
                {o.retry}
              </PostButton>
            ) : (
              line.todo
            ),
        },
      ]}
    />
  )
}

export const retryRoute = route({
  path: `${OFFICE}/remboursements/:id/reessayer`,
  access: handlesPayments,
  get: async () => redirect(`${OFFICE}?vue=underway`),
  post: async (ctx) => {
    const tried = await retryRefund(ctx.app, ctx.params.id ?? '')
    return redirect(
      `${OFFICE}?vue=underway`,
      tried.ok
        ? { kind: 'success', text: texts(ctx.lang).office.retried }
        : { kind: 'refusal', text: ctx.reason(tried) },
    )
  },
})
