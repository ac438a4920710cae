import { z } from 'zod'
import { readPeople } from '@/collections/members/service'
import { formatDate, formatDateTime } from '@/core/dates'
import type { Person } from '@/core/person'
import type { Result } from '@/core/result'
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
  Confirm,
  DefinitionList,
  Form,
  Notice,
  Page,
  PageHeading,
  Section,
  Stack,
  StatusTag,
  TextArea,
} from '@/ui'
import type { LineWhy } from '../../contract'
import { lastDayOf } from '../../domain/hold'
import { lineStep, PRIORITY } from '../../domain/line'
import { lineTexts } from '../../i18n/line'
import { handlesApplications } from '../../service/actor'
import { givePriority, takePriorityBack } from '../../service/line/favour'
import { removeFromLine } from '../../service/line/leaveLine'
import { findInLine, type LineRow, positionOf } from '../../service/line/rows'
import { fileHref } from '../officeAccess'
import { stateWord } from './list'
import { entryHref, LINE, LINE_KIND } from './places'

type Act = 'priorite' | 'rang' | 'retirer'
type Sent = { act: Act; state: FormState } | null

const stateOf = (sent: Sent, act: Act): Partial<FormState> => (sent?.act === act ? sent.state : {})

async function showEntry(ctx: RouteContext, sent: Sent = null): Promise<Reply> {
  const row = await findInLine(ctx.app, ctx.params.id ?? '')
  if (!row) return notFound()
  const t = lineTexts(ctx.lang).office
  const position = row.state === 'waiting' ? await positionOf(ctx.app, row) : 0
  const by = row.by && row.by !== 'system' ? (await readPeople(ctx.app, [row.by])).get(row.by)?.name : null
  return page({
    title: row.name,
    layout: 'extranet',
    status: sent ? 422 : 200,
    current: LINE,
    breadcrumbs: [{ label: t.title, href: LINE }, { label: row.name }],
    view: (
      <Page width="text">
        <PageHeading
          kicker={<StatusTag kind={LINE_KIND[row.state]}>{stateWord(row, t)}</StatusTag>}
          title={row.name}
          lead={t.entry.lead[row.state](row.name, position)}
        />
        <Stack>
          <Acts ctx={ctx} row={row} sent={sent} />
          <About ctx={ctx} row={row} by={by ?? null} />
          <ButtonLink href={fileHref(row.application)}>{t.toFile}</ButtonLink>
        </Stack>
      </Page>
    ),
  })
}

function Acts({ ctx, row, sent }: { ctx: RouteContext; row: LineRow; sent: Sent }) {
  const t = lineTexts(ctx.lang).office
  if (!lineStep(row.state, 'remove').ok) return <p className="soft">{t.entry.nothing}</p>
  if (row.person === ctx.who?.id) return <Notice kind="warning">{t.entry.own}</Notice>
  const may = lineStep(row.state, 'favour').ok
  return (
    <Stack>
      {may && row.priority === PRIORITY.none && (
        <Section title={t.favour.title}>
          <Form id="priorite" action={`${entryHref(row.id)}/priorite`} {...stateOf(sent, 'priorite')}>
            <TextArea
              name="reason"
              label={t.favour.reason}
              hint={t.favour.reasonHint}
              rows={3}
              maxLength={500}
            />
            <Button note={t.favour.note}>{t.favour.submit}</Button>
          </Form>
        </Section>
      )}
      {may && row.priority === PRIORITY.staff && (
        <Confirm
          kind="main"
          label={t.level.label}
          question={t.level.question}
          consequence={t.level.consequence}
          confirm={t.level.submit}
          action={`${entryHref(row.id)}/rang`}
        />
      )}
      <Confirm
        id="retirer"
        label={t.remove.label}
        question={t.remove.question}
        consequence={t.remove.consequence}
        confirm={t.remove.submit}
        action={`${entryHref(row.id)}/retirer`}
        {...(sent?.act === 'retirer' ? { open: true, ...sent.state } : {})}
      >
        <TextArea
          name="reason"
          label={t.remove.reason}
          hint={t.remove.reasonHint}
          rows={3}
          maxLength={1000}
        />
      </Confirm>
    </Stack>
  )
}

function About({ ctx, row, by }: { ctx: RouteContext; row: LineRow; by: string | null }) {
  const t = lineTexts(ctx.lang).office
  const zone = ctx.app.settings.timeZone
  const day = (at: string) => formatDate(lastDayOf(new Date(at), zone), ctx.lang, zone)
  return (
    <Section title={t.entry.about}>
      <DefinitionList
        items={[
          { term: t.since, value: formatDateTime(row.since, ctx.lang, zone) },
          { term: t.entry.why, value: t.entry.whys[(row.why as LineWhy | null) ?? 'accepted'] },
          ...(row.until ? [{ term: t.entry.until, value: t.until(day(row.until)) }] : []),
          ...(row.reason ? [{ term: t.entry.reason, value: row.reason }] : []),
          ...(row.by ? [{ term: t.entry.by, value: by ?? t.entry.program }] : []),
        ]}
      />
    </Section>
  )
}

type Plan<D> = {
  act: Act
  schema: z.ZodType<D>
  run: (ctx: RouteContext, who: Person, data: D) => Promise<Result<unknown>>
  done: (t: ReturnType<typeof lineTexts>['office']) => string
}

function actRoute<D>({ act, schema, run, done }: Plan<D>): Route {
  return route({
    path: `${entryHref(':id')}/${act}`,
    access: handlesApplications,
    get: async (ctx) => redirect(entryHref(ctx.params.id ?? '')),
    post: async (ctx) => {
      if (!ctx.who) return { type: 'forbidden' }
      const form = await ctx.read(schema)
      if (!form.ok) return showEntry(ctx, { act, state: form.state })
      const back = entryHref(ctx.params.id ?? '')
      const result = await run(ctx, ctx.who, form.data)
      if (result.ok) return redirect(back, { kind: 'success', text: done(lineTexts(ctx.lang).office) })
      if (result.reason === 'line.unknown') return notFound()
      if (result.reason === 'line.reason-missing')
        return showEntry(ctx, { act, state: withError(form.state, 'reason', ctx.reason(result)) })
      return redirect(back, { kind: 'refusal', text: ctx.reason(result) })
    },
  })
}

const reason = z.object({
  reason: z.string('line.reason-missing').trim().min(1, 'line.reason-missing').max(1000),
})
const id = (ctx: RouteContext) => ctx.params.id ?? ''

export const lineEntryRoutes: Route[] = [
  route({ path: entryHref(':id'), access: handlesApplications, get: (ctx) => showEntry(ctx) }),
  actRoute({
    act: 'priorite',
    schema: reason,
    run: (ctx, by, data) => givePriority(ctx.app, { waiting: id(ctx), reason: data.reason, by }),
    done: (t) => t.favour.done,
  }),
  actRoute({
    act: 'rang',
    schema: z.object({}),
    run: (ctx, by) => takePriorityBack(ctx.app, { waiting: id(ctx), by }),
    done: (t) => t.level.done,
  }),
  actRoute({
    act: 'retirer',
    schema: reason,
    run: (ctx, by, data) => removeFromLine(ctx.app, { waiting: id(ctx), reason: data.reason, by }),
    done: (t) => t.remove.done,
  }),
]
