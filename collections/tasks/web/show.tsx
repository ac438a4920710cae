import { createElement } from 'react'
import { readPeople } from '@/collections/members/service'
import { formatNumber } from '@/core/lang'
import type { Refusal } from '@/core/result'
import {
  forbidden,
  notFound,
  page,
  type Reply,
  type RouteContext,
  route,
  type TaskKind,
  type TaskName,
} from '@/hooks'
import {
  Actions,
  ButtonLink,
  DataTable,
  DateText,
  DefinitionList,
  Notice,
  Page,
  PageHeading,
  Pagination,
  PostButton,
  Progress,
  Section,
  StatusTag,
  T,
} from '@/ui'
import { isUnderWay, step } from '../domain/next'
import { texts } from '../i18n'
import { findTask, kindOf, type LineRow, listLines, mayDo, type TaskRow } from '../service/rows'
import { mayFollow, TASKS_PATH, taskHref } from './access'
import { progressText, STATE_KIND } from './progress'

/** The act asked for and how it is done; or what to answer instead. */
export async function findFor(
  ctx: RouteContext,
): Promise<{ row: TaskRow; kind: TaskKind<TaskName> } | { reply: Reply }> {
  const row = await findTask(ctx.app, ctx.params.id ?? '')
  const found = row && kindOf(ctx.app, row.kind)
  if (!row || !found) return { reply: notFound() }
  return mayDo(ctx.app, row.kind, ctx.who) ? { row, kind: found.kind } : { reply: forbidden() }
}

/** Why a line or the act was refused, in the language of who reads; all that is wrong with it. */
export function reasonOf(
  ctx: RouteContext,
  { reason, detail, also }: Pick<LineRow, 'reason' | 'detail' | 'also'>,
): string {
  const first: Refusal = { ok: false, reason, ...(detail ? { detail: JSON.parse(detail) } : {}) }
  const others = also ? (JSON.parse(also) as Refusal[]) : []
  return [first, ...others].map((refusal) => ctx.reason(refusal)).join(' ')
}

type Props = { ctx: RouteContext; row: TaskRow; kind: TaskKind<TaskName> }

/** `/bureau/travaux/:id`: how far it is, what came of it, what was refused; stopped and resumed here. */
export const showRoute = route({
  path: taskHref(':id'),
  access: mayFollow,
  get: async (ctx) => {
    const found = await findFor(ctx)
    if ('reply' in found) return found.reply
    const { row, kind } = found
    const t = texts(ctx.lang)
    const said = Number(ctx.url.searchParams.get('page') ?? 1)
    const at = Number.isSafeInteger(said) && said > 0 ? Math.min(said, 10_000) : 1
    const [people, lines] = await Promise.all([
      readPeople(ctx.app, [row.by]),
      row.refused > 0 && !kind.lines ? listLines(ctx.app, row.id, at) : null,
    ])
    const title = kind.title(JSON.parse(row.input) as never, ctx.lang)
    const moving = isUnderWay(row.state)
    return page({
      title,
      layout: 'extranet',
      current: TASKS_PATH,
      breadcrumbs: [{ label: t.title, href: TASKS_PATH }, { label: title }],
      ...(moving ? { islands: ['live-part'] } : {}),
      view: (
        <Page>
          <PageHeading title={title} />
          {createElement(
            'live-part',
            { id: 'avancement', ...(moving ? { 'data-every': 2 } : {}) },
            <Standing ctx={ctx} row={row} kind={kind} by={people.get(row.by)?.name ?? ''} />,
          )}
          <Acts ctx={ctx} row={row} kind={kind} />
          {lines && <Lines ctx={ctx} row={row} lines={lines} at={at} />}
        </Page>
      ),
    })
  },
})

/** What changes while the act is under way; an island asks for it again and again, a link does without scripts. */
function Standing({ ctx, row, kind, by }: Props & { by: string }) {
  const t = texts(ctx.lang)
  const counts = JSON.parse(row.counts) as Record<string, number>
  const words = kind.counts(ctx.lang)
  return (
    <>
      <p>
        <StatusTag kind={STATE_KIND[row.state]}>{t.states[row.state]}</StatusTag>
      </p>
      <p className="lead">
        <T>{row.attempts > 0 && isUnderWay(row.state) ? t.sentence.retry : t.sentence[row.state]}</T>
      </p>
      {row.reason && <Notice kind="warning">{reasonOf(ctx, { reason: row.reason })}</Notice>}
      <Progress label={t.progress} value={row.done} max={row.total ?? 0} text={progressText(row, ctx.lang)} />
      <DefinitionList
        items={[
          ...Object.entries(words)
            .filter(([name]) => counts[name])
            .map(([name, word]) => ({ term: word, value: formatNumber(counts[name] ?? 0, ctx.lang) })),
          ...(row.refused > 0
            ? [{ term: kind.lines?.(ctx.lang) ?? t.lines, value: formatNumber(row.refused, ctx.lang) }]
            : []),
          { term: t.by, value: by },
          ...(row.startedAt ? [{ term: t.startedAt, value: <DateText at={row.startedAt} /> }] : []),
          ...(row.endedAt ? [{ term: t.endedAt, value: <DateText at={row.endedAt} /> }] : []),
        ]}
      />
    </>
  )
}

function Acts({ ctx, row, kind }: Props) {
  const t = texts(ctx.lang)
  const href = kind.href?.(JSON.parse(row.input) as never)
  return (
    <Actions>
      {row.state === 'done' && href && (
        <ButtonLink kind="main" href={href}>
          {t.next}
        </ButtonLink>
      )}
      {step(row.state, 'resume').ok && (
        <PostButton kind="main" action={`${taskHref(row.id)}/reprendre`}>
          {t.resume}
        </PostButton>
      )}
      {step(row.state, 'stop').ok && (
        <>
          <PostButton action={`${taskHref(row.id)}/arreter`} note={t.stopNote}>
            {t.stop}
          </PostButton>
          <ButtonLink href={taskHref(row.id)} kind="quiet">
            {t.refresh}
          </ButtonLink>
        </>
      )}
    </Actions>
  )
}

type LinesProps = Omit<Props, 'kind'> & { lines: Awaited<ReturnType<typeof listLines>>; at: number }

function Lines({ ctx, row, lines, at }: LinesProps) {
  const t = texts(ctx.lang)
  return (
    <Section title={t.lines} lead={t.linesLead}>
      <DataTable
        caption={t.linesCount(row.refused)}
        rows={lines.rows}
        rowKey={(line) => line.id}
        empty={t.linesKept}
        columns={[
          {
            key: 'line',
            label: t.line,
            figures: true,
            heading: true,
            cell: (line) => formatNumber(line.line, ctx.lang),
          },
          { key: 'column', label: t.column, cell: (line) => line.column ?? '–' },
          { key: 'given', label: t.given, cell: (line) => line.given || '–' },
          { key: 'reason', label: t.reason, cell: (line) => reasonOf(ctx, line) },
        ]}
      />
      <Pagination page={at} pages={lines.pages} href={(n) => `${taskHref(row.id)}?page=${n}`} />
      <Actions>
        <ButtonLink href={`${taskHref(row.id)}/refus.csv`} kind="quiet" download note={t.linesKept}>
          {t.download}
        </ButtonLink>
      </Actions>
    </Section>
  )
}
