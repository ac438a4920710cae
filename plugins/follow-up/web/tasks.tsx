import type { ReactNode } from 'react'
import { z } from 'zod'
import { formatDate } from '@/core/dates'
import { listingOf, oneOf, words } from '@/core/listing'
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
  Form,
  ListPage,
  PostButton,
  Select,
  Stack,
  StatusTag,
} from '@/ui'
import { handlesFollowUp } from '../domain/access'
import { dueOf } from '../domain/tasks'
import { texts } from '../i18n'
import { type Colleague, readTeam } from '../service/colleagues'
import { type NoteRow, tasksOf, todayOf } from '../service/rows'
import { finishTask, handTask, postponeTask, takeTask } from '../service/settleTask'
import { namesOf } from './panel'
import { FOLLOW_UP, logHref, SILENT, taskHref } from './paths'

const PAGE_SIZE = 25
const listing = listingOf({ vue: oneOf(['a-faire', 'a-venir', 'faits']), qui: words(64) })
/** The form of a row that was refused. */
type Sent = { note: string; form: 'reporter' | 'confier'; state: FormState } | null
type People = { names: Awaited<ReturnType<typeof namesOf>>; team: readonly Colleague[] }

/** `/bureau/suivi`: whom to call back, today and before; one's own, a colleague's or everybody's. */
async function show(ctx: RouteContext, sent: Sent = null): Promise<Reply> {
  const me = ctx.who?.id ?? ''
  const t = texts(ctx.lang).list
  const asked = listing.read(ctx.url.searchParams)
  const [{ rows, total }, team] = await Promise.all([
    tasksOf(ctx.app, {
      view: asked.vue,
      owner: asked.qui === 'moi' ? me : asked.qui || null,
      notAbout: me,
      page: asked.page,
      limit: PAGE_SIZE,
    }),
    readTeam(ctx.app),
  ])
  const href = (change: Partial<typeof asked>) => listing.href(FOLLOW_UP, { ...asked, page: 1, ...change })
  const pages = Math.ceil(total / PAGE_SIZE)
  if (rows.length === 0 && total > 0) return redirect(href({ page: pages }))
  const names = await namesOf(ctx, rows)
  return page({
    title: t.title,
    layout: 'extranet',
    status: sent ? 422 : 200,
    current: FOLLOW_UP,
    view: (
      <ListPage
        title={t.title}
        lead={t.lead}
        action={<ButtonLink href={SILENT}>{t.silent}</ButtonLink>}
        views={{
          label: t.views,
          all: [
            ['a-faire', t.due],
            ['a-venir', t.coming],
            ['faits', t.done],
          ],
          current: asked.vue,
          total,
          href: (vue) => href({ vue }),
        }}
        whose={{
          action: listing.href(FOLLOW_UP, { vue: asked.vue }),
          hidden: listing.hidden(asked, 'qui'),
          value: asked.qui,
          label: t.whose,
          act: t.show,
          everyones: t.everyones,
          options: [{ value: 'moi', label: t.mine }, ...others(ctx, team)],
        }}
        rows={
          rows.length > 0 && (
            <DataTable
              caption={t.count(total)}
              rows={rows}
              rowKey={(row) => row.id}
              columns={columns(ctx, { names, team }, asked.vue !== 'faits', sent)}
            />
          )
        }
        empty={
          <EmptyState title={t.empty} action={<ButtonLink href="/bureau/personnes">{t.people}</ButtonLink>}>
            {t.emptyText}
          </EmptyState>
        }
        page={asked.page}
        pages={pages}
        href={(n) => href({ page: n })}
      />
    ),
  })
}

const KIND = { overdue: 'alert', due: 'waiting', coming: 'open', done: 'done' } as const

function columns(ctx: RouteContext, { names, team }: People, open: boolean, sent: Sent): Column<NoteRow>[] {
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
        <RowForm name="reporter" row={row} sent={sent} summary={t.postpone} submit={t.postponeSubmit}>
          <DateInput name="au" label={t.postponeTo} />
        </RowForm>
        {others(ctx, team, row.person).length > 0 && (
          <RowForm name="confier" row={row} sent={sent} summary={t.hand} submit={t.handSubmit}>
            <Select name="a" label={t.handTo} options={others(ctx, team, row.person)} />
          </RowForm>
        )}
      </Stack>
    ),
  }
  return [...common, act]
}

type RowFormProps = {
  name: 'reporter' | 'confier'
  row: NoteRow
  sent: Sent
  summary: string
  submit: string
  children: ReactNode
}

/** An act on a row that asks for something more; refused, it is open and says why. */
function RowForm({ name, row, sent, summary, submit, children }: RowFormProps) {
  const refused = sent?.note === row.id && sent.form === name ? sent.state : null
  return (
    <Disclosure summary={summary} open={refused !== null}>
      <Form id={`${name}-${row.id}`} action={taskHref(row.id, name)} inline {...(refused ?? {})}>
        {children}
        <Button kind="secondary" small>
          {submit}
        </Button>
      </Form>
    </Disclosure>
  )
}

/** The colleagues of whoever asks; never the person a call is about. */
const others = (ctx: RouteContext, team: readonly Colleague[], about = '') =>
  team
    .filter(({ id }) => id !== ctx.who?.id && id !== about)
    .map(({ id, name }) => ({ value: id, label: name }))

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
      return show(ctx, { note, form: 'reporter', state: withError(form.state, 'au', ctx.reason(done)) })
    },
  }),
  route({
    path: taskHref(':id', 'confier'),
    access: handlesFollowUp,
    get: async () => redirect(FOLLOW_UP),
    post: async (ctx) => {
      if (!ctx.who) return { type: 'forbidden' }
      const note = ctx.params.id ?? ''
      const form = await ctx.read(z.object({ a: z.string().max(64).default('') }))
      const done = form.ok
        ? await handTask(ctx.app, { note, to: form.data.a, by: ctx.who })
        : ({ ok: false, reason: 'follow-up.wrong-owner' } as const)
      if (done.ok) {
        const name = (await namesOf(ctx, [done.value])).get(done.value.owner ?? '')?.name ?? '–'
        return redirect(FOLLOW_UP, { kind: 'success', text: texts(ctx.lang).list.handed(name) })
      }
      if (done.reason !== 'follow-up.wrong-owner')
        return redirect(FOLLOW_UP, { kind: 'refusal', text: ctx.reason(done) })
      return show(ctx, { note, form: 'confier', state: withError(form.state, 'a', ctx.reason(done)) })
    },
  }),
]
