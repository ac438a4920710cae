import { z } from 'zod'
import { formatDate } from '@/core/dates'
import { listingOf, oneOf } from '@/core/listing'
import type { Result } from '@/core/result'
import { excerpt } from '@/core/text'
import { type FormState, page, type Reply, type RouteContext, redirect, route, withError } from '@/hooks'
import {
  Actions,
  Button,
  ButtonLink,
  type Column,
  DataTable,
  DateInput,
  DateText,
  Disclosure,
  EmptyState,
  FilterBar,
  Form,
  Page,
  PageHeading,
  Pagination,
  PostButton,
  Select,
  Stack,
  StatusTag,
  Tabs,
} from '@/ui'
import { handlesFollowUp } from '../domain/access'
import { dueOf } from '../domain/tasks'
import { texts } from '../i18n'
import { type NoteRow, tasksOf, todayOf } from '../service/rows'
import { finishTask, postponeTask, takeTask } from '../service/settleTask'
import { namesOf } from './panel'
import { FOLLOW_UP, logHref, SILENT, taskHref } from './paths'

const PAGE_SIZE = 25
const listing = listingOf({ vue: oneOf(['a-faire', 'a-venir', 'faits']), qui: oneOf(['', 'moi']) })
/** The form of a row that was refused. */
type Sent = { note: string; state: FormState } | null
type Names = Awaited<ReturnType<typeof namesOf>>

/** `/bureau/suivi`: whom to call back, today and before; one's own or everybody's. */
async function show(ctx: RouteContext, sent: Sent = null): Promise<Reply> {
  const me = ctx.who?.id ?? ''
  const t = texts(ctx.lang).list
  const asked = listing.read(ctx.url.searchParams)
  const { rows, total } = await tasksOf(ctx.app, {
    view: asked.vue,
    owner: asked.qui === 'moi' ? me : null,
    notAbout: me,
    page: asked.page,
    limit: PAGE_SIZE,
  })
  const href = (change: Partial<typeof asked>) => listing.href(FOLLOW_UP, { ...asked, page: 1, ...change })
  const pages = Math.ceil(total / PAGE_SIZE)
  if (rows.length === 0 && total > 0) return redirect(href({ page: pages }))
  const names = await namesOf(ctx, rows)
  const views = [
    ['a-faire', t.due],
    ['a-venir', t.coming],
    ['faits', t.done],
  ] as const
  return page({
    title: t.title,
    layout: 'extranet',
    status: sent ? 422 : 200,
    current: FOLLOW_UP,
    view: (
      <Page>
        <Stack>
          <PageHeading
            title={t.title}
            lead={t.lead}
            action={<ButtonLink href={SILENT}>{t.silent}</ButtonLink>}
          />
          <Tabs
            label={t.views}
            tabs={views.map(([vue, label]) => ({
              href: href({ vue }),
              label,
              current: vue === asked.vue,
              ...(vue === asked.vue ? { count: total } : {}),
            }))}
          />
          <FilterBar
            action={listing.href(FOLLOW_UP, { vue: asked.vue })}
            hidden={listing.hidden(asked, 'qui')}
            values={{ qui: asked.qui }}
            active={asked.qui ? 1 : 0}
            act={t.show}
            label={t.whose}
          >
            <Select
              name="qui"
              label={t.whose}
              empty={t.everyones}
              options={[{ value: 'moi', label: t.mine }]}
            />
          </FilterBar>
          {rows.length === 0 ? (
            <EmptyState title={t.empty} action={<ButtonLink href="/bureau/personnes">{t.people}</ButtonLink>}>
              {t.emptyText}
            </EmptyState>
          ) : (
            <DataTable
              caption={t.count(total)}
              rows={rows}
              rowKey={(row) => row.id}
              columns={columns(ctx, names, asked.vue !== 'faits', sent)}
            />
          )}
          <Pagination page={asked.page} pages={pages} href={(n) => href({ page: n })} />
        </Stack>
      </Page>
    ),
  })
}

const KIND = { overdue: 'alert', due: 'waiting', coming: 'open', done: 'done' } as const

function columns(ctx: RouteContext, names: Names, open: boolean, sent: Sent): Column<NoteRow>[] {
  const t = texts(ctx.lang).list
  const nameOf = (id: string | null | undefined) => names.get(id ?? '')?.name ?? '–'
  const state = (row: NoteRow) => (row.task === 'done' ? 'done' : dueOf(row.nextOn ?? '', todayOf(ctx.app)))
  const common: Column<NoteRow>[] = [
    {
      key: 'person',
      label: t.person,
      heading: true,
      cell: (row) => <a href={logHref(row.person)}>{nameOf(row.person)}</a>,
    },
    { key: 'said', label: t.said, cell: (row) => excerpt(row.said ?? '', 120) },
    {
      key: 'when',
      label: t.when,
      cell: (row) => (
        <Stack tight>
          <div>
            <StatusTag kind={KIND[state(row)]}>{t.states[state(row)]}</StatusTag>
          </div>
          <div>
            <DateText at={(row.task === 'done' ? row.doneAt : row.nextOn) ?? row.at} as="date" />
          </div>
          {Boolean(row.postponed) && <div className="soft">{t.postponed(row.postponed ?? 0)}</div>}
        </Stack>
      ),
    },
    {
      key: 'owner',
      label: t.owner,
      cell: (row) => nameOf(row.task === 'done' ? row.doneBy : row.owner),
    },
  ]
  if (!open) return common
  const act: Column<NoteRow> = {
    key: 'act',
    label: t.act,
    labelHidden: true,
    cell: (row) => (
      <Stack tight>
        <Actions>
          <PostButton small action={taskHref(row.id, 'fait')} label={t.finishOf(nameOf(row.person))}>
            {t.finish}
          </PostButton>
          {row.owner !== ctx.who?.id && (
            <PostButton small kind="quiet" action={taskHref(row.id, 'prendre')}>
              {t.take}
            </PostButton>
          )}
        </Actions>
        <Disclosure summary={t.postpone} open={sent?.note === row.id}>
          <Form
            id={`reporter-${row.id}`}
            action={taskHref(row.id, 'reporter')}
            inline
            {...(sent?.note === row.id ? sent.state : {})}
          >
            <DateInput name="au" label={t.postponeTo} />
            <Button kind="secondary" small>
              {t.postponeSubmit}
            </Button>
          </Form>
        </Disclosure>
      </Stack>
    ),
  }
  return [...common, act]
}

/** An act of one press on the list; refused, the list says why. */
const act = (
  name: 'fait' | 'prendre',
  run: (ctx: RouteContext, note: string) => Promise<Result<NoteRow>>,
  said: (ctx: RouteContext, row: NoteRow) => string,
) =>
  route({
    path: taskHref(':id', name),
    access: handlesFollowUp,
    get: async () => redirect(FOLLOW_UP),
    post: async (ctx) => {
      const done = await run(ctx, ctx.params.id ?? '')
      return redirect(
        FOLLOW_UP,
        done.ok
          ? { kind: 'success', text: said(ctx, done.value) }
          : { kind: 'refusal', text: ctx.reason(done) },
      )
    },
  })

const nobody = { ok: false, reason: 'follow-up.not-allowed' } as const

export const taskRoutes = [
  route({ path: FOLLOW_UP, access: handlesFollowUp, get: (ctx) => show(ctx) }),
  act(
    'fait',
    async ({ app, who }, note) => (who ? finishTask(app, { note, by: who }) : nobody),
    (ctx) => texts(ctx.lang).list.finished,
  ),
  act(
    'prendre',
    async ({ app, who }, note) => (who ? takeTask(app, { note, by: who }) : nobody),
    (ctx) => texts(ctx.lang).list.taken,
  ),
  route({
    path: taskHref(':id', 'reporter'),
    access: handlesFollowUp,
    get: async () => redirect(FOLLOW_UP),
    post: async (ctx) => {
      if (!ctx.who) return { type: 'forbidden' }
      const note = ctx.params.id ?? ''
      const form = await ctx.read(z.object({ au: z.string().max(10).default('') }))
      const done = form.ok
        ? await postponeTask(ctx.app, { note, to: form.data.au, by: ctx.who })
        : ({ ok: false, reason: 'follow-up.wrong-date' } as const)
      if (done.ok)
        return redirect(FOLLOW_UP, {
          kind: 'success',
          text: texts(ctx.lang).list.moved(formatDate(done.value.nextOn ?? '', ctx.lang)),
        })
      if (done.reason !== 'follow-up.wrong-date')
        return redirect(FOLLOW_UP, { kind: 'refusal', text: ctx.reason(done) })
      return show(ctx, { note, state: withError(form.state, 'au', ctx.reason(done)) })
    },
  }),
]
