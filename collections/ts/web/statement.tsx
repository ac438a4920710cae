import { activeMember } from '@/core/access'
import { csv } from '@/core/csv'
import { civilDate, formatDate } from '@/core/dates'
import { notFound, page, type Reply, type RouteContext, raw, route } from '@/hooks'
import {
  Actions,
  ButtonLink,
  DataTable,
  DateInput,
  DateText,
  DefinitionList,
  FilterBar,
  Notice,
  Page,
  PageHeading,
  Sheet,
  TsAmount,
} from '@/ui'
import { type Texts, texts } from '../i18n'
import { memberAccount } from '../service/openMemberAccount'
import { readStatement, type Statement } from '../service/readStatement'
import { type Line, linesOf } from './lines'
import { instantsOf, statementPeriod } from './period'

/** `/compte/releve`: a period on paper. */
export const statementRoute = route({ path: '/compte/releve', access: activeMember, get: show })
/** `/compte/releve.csv`: the same for a spreadsheet. */
export const statementCsvRoute = route({ path: '/compte/releve.csv', access: activeMember, get: download })

async function read(ctx: RouteContext) {
  const zone = ctx.app.settings.timeZone
  const account = memberAccount(ctx.who?.id ?? '')
  const period = statementPeriod(ctx.url, ctx.now, zone)
  const { from, to } = instantsOf(period, zone)
  if (!from || !to) return null
  const statement = await readStatement(ctx.app, account, { from, to })
  if (!statement) return null
  const lines = await linesOf(
    ctx.app,
    account,
    statement.lines.map((l) => l.row),
    ctx.lang,
  )
  return { account, period, statement, lines }
}

async function show(ctx: RouteContext): Promise<Reply> {
  const found = await read(ctx)
  if (!found) return notFound()
  const t = texts(ctx.lang)
  const { period } = found
  const days = t.statement.period(formatDate(period.from, ctx.lang), formatDate(period.to, ctx.lang))
  return page({
    title: t.statement.title,
    layout: 'extranet',
    breadcrumbs: [{ label: t.account.title, href: '/compte' }, { label: t.statement.title }],
    current: '/compte',
    view: (
      <Page>
        <PageHeading title={t.statement.title} lead={t.statement.print} />
        <FilterBar action="/compte/releve">
          <DateInput name="du" label={t.list.from} value={period.from} />
          <DateInput name="au" label={t.list.to} value={period.to} />
        </FilterBar>
        {period.cut && <Notice>{t.statement.tooLong}</Notice>}
        <Actions>
          <ButtonLink href={`/compte/releve.csv?du=${period.from}&au=${period.to}`} kind="quiet" download>
            {t.list.csv}
          </ButtonLink>
        </Actions>
        <Paper {...found} t={t} days={days} name={ctx.who?.name ?? ''} now={ctx.now} />
      </Page>
    ),
  })
}

type PaperProps = {
  t: Texts
  days: string
  name: string
  now: Date
  statement: Statement
  lines: Line[]
}

function Paper({ t, days, name, now, statement, lines }: PaperProps) {
  const rows = lines.map((line, i) => ({ line, balance: statement.lines[i]?.balance ?? 0 }))
  return (
    <Sheet
      kind="statement"
      issuer={t.statement.issuer}
      issuerName="Compagnon"
      recipient={name}
      title={t.statement.title}
      at={now}
      foot={t.statement.foot}
    >
      <DefinitionList
        items={[
          { term: t.statement.during, value: days },
          { term: t.statement.opening, value: <TsAmount amount={statement.opening} /> },
          { term: t.statement.received, value: <TsAmount amount={statement.received} signed /> },
          { term: t.statement.given, value: <TsAmount amount={-statement.given} signed /> },
          { term: t.statement.closing, value: <TsAmount amount={statement.closing} large /> },
        ]}
      />
      <DataTable
        caption={days}
        captionHidden
        rows={rows}
        rowKey={({ line }) => line.id}
        empty={t.statement.empty}
        columns={[
          { key: 'date', label: t.list.date, cell: ({ line }) => <DateText at={line.at} as="date" /> },
          {
            key: 'what',
            label: t.list.what,
            heading: true,
            cell: ({ line }) => [line.what, line.purpose].filter(Boolean).join(' · '),
          },
          { key: 'who', label: t.list.who, cell: ({ line }) => line.counterpart?.name ?? '–' },
          {
            key: 'amount',
            label: t.list.amount,
            figures: true,
            cell: ({ line }) => <TsAmount amount={line.moved} signed />,
          },
          {
            key: 'balance',
            label: t.statement.balance,
            figures: true,
            cell: ({ balance }) => <TsAmount amount={balance} />,
          },
        ]}
      />
    </Sheet>
  )
}

async function download(ctx: RouteContext): Promise<Reply> {
  const found = await read(ctx)
  if (!found) return notFound()
  const { statement, lines, period } = found
  const t = texts(ctx.lang).csv
  const zone = ctx.app.settings.timeZone
  const body = csv([
    [t.date, t.what, t.purpose, t.counterpart, t.amount, t.balance, t.reference],
    [period.from, t.opening, '', '', null, statement.opening, ''],
    ...lines.map((line, i) => [
      civilDate(new Date(line.at), zone),
      line.what,
      line.purpose,
      line.counterpart?.name ?? '',
      line.moved,
      statement.lines[i]?.balance ?? null,
      line.id,
    ]),
    [period.to, t.closing, '', '', null, statement.closing, ''],
  ])
  return raw('text/csv; charset=utf-8', body, {
    headers: {
      'Content-Disposition': `attachment; filename="releve-ts-${period.from}-${period.to}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
