import { z } from 'zod'
import { formatNumber } from '@/core/lang'
import {
  compareAndSet,
  type FormState,
  notFound,
  page,
  type Reply,
  type RouteContext,
  redirect,
  route,
  withError,
} from '@/hooks'
import {
  BarPlot,
  Button,
  Checkbox,
  Confirm,
  DataTable,
  Disclosure,
  Form,
  Notice,
  Page,
  PageHeading,
  Pagination,
  Section,
  Select,
  Stack,
  T,
} from '@/ui'
import { IMPORTS } from '../../contract'
import { COLUMNS, cleanMapping, type Mapping, missingColumns } from '../../domain/imports/columns'
import { figureTexts } from '../../i18n/figures'
import { importTexts } from '../../i18n/imports'
import { importsMembers } from '../../service/imports/access'
import { type DryRun, dryRun } from '../../service/imports/dryRun'
import { type List, readList } from '../../service/imports/readList'
import { findImport, type ImportRow, mappingOf } from '../../service/imports/rows'
import { startImport } from '../../service/imports/startImport'
import { findSeason } from '../../service/rows'
import { SEASONS_PATH } from '../officeAccess'
import { titleOf } from '../seasons/list'
import { IMPORT_PATH, importHref } from './paths'

const PREVIEW = 3
const REFUSED_SHOWN = 50

type Sent = { form: 'colonnes' | 'lancer'; state: FormState }
type Props = { ctx: RouteContext; row: ImportRow; list: List; mapping: Mapping; sent: Sent | undefined }

/** The list as it was read, what its columns are, and what the import would do now. */
async function show(ctx: RouteContext, sent?: Sent): Promise<Reply> {
  const t = importTexts(ctx.lang)
  const row = await findImport(ctx.app, ctx.params.id ?? '')
  if (!row) return notFound()
  if (!row.text)
    return redirect(IMPORT_PATH, { kind: 'refusal', text: ctx.reason({ ok: false, reason: 'import.gone' }) })
  const [season, list] = [await findSeason(ctx.app, row.season), readList(row.text)]
  if (!season || !list.ok) return notFound()
  const mapping = mappingOf(row)
  const ready = missingColumns(mapping).length === 0
  const run = ready ? await dryRun(ctx.app, list.value, mapping, season) : null
  const props = { ctx, row, list: list.value, mapping, sent }
  return page({
    title: row.name,
    layout: 'extranet',
    status: sent ? 422 : 200,
    current: SEASONS_PATH,
    breadcrumbs: [
      { label: figureTexts(ctx.lang).title, href: SEASONS_PATH },
      { label: t.title, href: IMPORT_PATH },
      { label: row.name },
    ],
    view: (
      <Page>
        <PageHeading title={row.name} kicker={titleOf(season, ctx)} lead={t.lines(row.lines)} />
        <Preview {...props} />
        <ColumnsForm {...props} open={!ready || sent?.form === 'colonnes'} />
        {run ? (
          <Outcome {...props} run={run} />
        ) : (
          <Notice kind="warning">{ctx.reason({ ok: false, reason: 'import.columns-missing' })}</Notice>
        )}
      </Page>
    ),
  })
}

const headAt = (ctx: RouteContext, list: List, at: number): string =>
  list.heads[at] || importTexts(ctx.lang).unnamed(at + 1)

function Preview({ ctx, list, mapping }: Props) {
  const t = importTexts(ctx.lang)
  const used = COLUMNS.flatMap((column) => mapping[column] ?? [])
  const shown = used.length > 0 ? used : list.heads.map((_, i) => i).slice(0, 8)
  return (
    <Section title={t.preview}>
      <DataTable
        caption={t.preview}
        captionHidden
        rows={list.lines.slice(0, PREVIEW)}
        rowKey={({ line }) => String(line)}
        columns={[
          {
            key: 'line',
            label: t.line,
            figures: true,
            heading: true,
            cell: ({ line }) => formatNumber(line, ctx.lang),
          },
          ...shown.map((at) => ({
            key: String(at),
            label: headAt(ctx, list, at),
            cell: ({ cells }: List['lines'][number]) => (cells[at] ?? '').trim().slice(0, 100) || '–',
          })),
        ]}
      />
    </Section>
  )
}

function ColumnsForm({ ctx, row, list, mapping, sent, open }: Props & { open: boolean }) {
  const t = importTexts(ctx.lang)
  const state = sent?.form === 'colonnes' ? sent.state : undefined
  return (
    <Disclosure summary={t.columns} open={open}>
      <Form
        id="colonnes"
        action={importHref(row.id)}
        errors={state?.errors ?? {}}
        values={state?.values ?? {}}
      >
        <p>
          <T>{t.columnsLead}</T>
        </p>
        {COLUMNS.map((column) => (
          <Select
            key={column}
            name={column}
            label={t.column[column]}
            optional={column !== 'email'}
            empty={t.none}
            value={mapping[column] === undefined ? '' : String(mapping[column])}
            options={list.heads.map((_, at) => ({ value: String(at), label: headAt(ctx, list, at) }))}
          />
        ))}
        <Button kind="secondary">{t.saveColumns}</Button>
      </Form>
    </Disclosure>
  )
}

function Outcome({ ctx, row, list, run, mapping, sent }: Props & { run: DryRun }) {
  const t = importTexts(ctx.lang)
  const { counts, refused } = run
  const written = counts.joined + counts.accepted
  const said = Number(ctx.url.searchParams.get('page') ?? 1)
  const pages = Math.max(1, Math.ceil(refused.length / REFUSED_SHOWN))
  const at = Number.isSafeInteger(said) && said > 0 ? Math.min(said, pages) : 1
  const state = sent?.form === 'lancer' ? sent.state : undefined
  return (
    <>
      <Section title={t.dryRun}>
        <Stack>
          <BarPlot
            title={t.dryRun}
            titleHidden
            heads={[t.outcome, t.people]}
            max={row.lines}
            bars={[
              { label: t.outcomes.joined, value: counts.joined },
              { label: t.outcomes.accepted, value: counts.accepted },
              { label: t.outcomes.already, value: counts.already },
              { label: t.outcomes.refused, value: refused.length, marked: true },
            ]}
          />
          {written > 0 ? (
            <Confirm
              id="lancer"
              kind="main"
              label={t.startLabel}
              question={t.startQuestion}
              consequence={t.consequence(written)}
              confirm={t.start}
              action={`${importHref(row.id)}/lancer`}
              open={state !== undefined}
              {...(state ? { errors: state.errors, values: state.values } : {})}
            >
              <Checkbox name="agreed" label={t.agree} />
            </Confirm>
          ) : (
            <Notice>{t.nothing}</Notice>
          )}
        </Stack>
      </Section>
      {refused.length > 0 && (
        <Section title={t.refusedTitle} lead={t.refusedLead}>
          <DataTable
            caption={t.refusedCount(refused.length)}
            rows={refused.slice((at - 1) * REFUSED_SHOWN, at * REFUSED_SHOWN)}
            rowKey={({ line }) => String(line)}
            columns={[
              {
                key: 'line',
                label: t.line,
                figures: true,
                heading: true,
                cell: ({ line }) => formatNumber(line, ctx.lang),
              },
              {
                key: 'column',
                label: t.where,
                cell: ({ column }) => headAt(ctx, list, mapping[column] ?? mapping.email ?? 0),
              },
              { key: 'given', label: t.given, cell: ({ given }) => given?.slice(0, 100) || '–' },
              {
                key: 'why',
                label: t.why,
                cell: ({ refusal, also = [] }) => [refusal, ...also].map((r) => ctx.reason(r)).join(' '),
              },
            ]}
          />
          <Pagination page={at} pages={pages} href={(n) => `${importHref(row.id)}?page=${n}`} />
        </Section>
      )}
    </>
  )
}

/** `/bureau/importer/:id`: looked at, its columns set right. */
const reviewRoute = route({
  path: importHref(':id'),
  access: importsMembers,
  get: (ctx) => show(ctx),
  post: async (ctx) => {
    const form = await ctx.read(
      z.object(Object.fromEntries(COLUMNS.map((column) => [column, z.string().max(4).default('')]))),
    )
    const row = await findImport(ctx.app, ctx.params.id ?? '')
    if (!row?.text) return show(ctx)
    const list = readList(row.text)
    if (!form.ok || !list.ok) return show(ctx, { form: 'colonnes', state: form.state })
    const mapping = cleanMapping(form.data, list.value.heads.length)
    const [missing] = missingColumns(mapping)
    if (missing) {
      const text = ctx.reason({ ok: false, reason: 'import.columns-missing' })
      return show(ctx, { form: 'colonnes', state: withError(form.state, missing, text) })
    }
    await compareAndSet(ctx.app, IMPORTS, { id: { equals: row.id } }, { mapping: JSON.stringify(mapping) })
    return redirect(importHref(row.id), { kind: 'success', text: importTexts(ctx.lang).savedColumns })
  },
})

/** `/bureau/importer/:id/lancer`: begun once, followed among the long acts. */
const startRoute = route({
  path: `${importHref(':id')}/lancer`,
  access: importsMembers,
  get: async (ctx) => redirect(importHref(ctx.params.id ?? '')),
  post: async (ctx) => {
    const form = await ctx.read(z.object({ agreed: z.string().optional() }))
    if (!form.ok || !ctx.who) return show(ctx, { form: 'lancer', state: form.state })
    const id = ctx.params.id ?? ''
    const begun = await startImport(ctx.app, { import: id, agreed: form.data.agreed === 'oui', by: ctx.who })
    if (!begun.ok) {
      if (begun.reason === 'import.consent-missing')
        return show(ctx, { form: 'lancer', state: withError(form.state, 'agreed', ctx.reason(begun)) })
      if (!(await findImport(ctx.app, id))) return notFound()
      return redirect(importHref(id), { kind: 'refusal', text: ctx.reason(begun) })
    }
    const t = importTexts(ctx.lang)
    return redirect(`/bureau/travaux/${begun.value.task}`, {
      kind: 'success',
      text: begun.value.already ? t.already : t.running,
    })
  },
})

export const reviewRoutes = [reviewRoute, startRoute]
