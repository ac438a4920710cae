import { readPeople } from '@/collections/members/service'
import { isId } from '@/core/ids'
import { blankForm, type FormState, notFound, page, type Reply, type RouteContext, route } from '@/hooks'
import {
  Columns,
  DateText,
  type Definition,
  DefinitionList,
  Page,
  PageHeading,
  PersonLine,
  Section,
  Stack,
  StatusTag,
  Timeline,
  TsAmount,
} from '@/ui'
import { actsOf, partyOf } from '../domain/next'
import { type Texts, texts } from '../i18n'
import { stateNames } from '../i18n/states'
import { type ExchangeRow, readExchange } from '../store/exchanges'
import { Acts } from './Acts'
import { actorOf, mayOpen } from './actRoutes'
import { historyOf } from './history'
import { Paragraphs } from './Paragraphs'
import { sentence, statusKind } from './sentence'

/** `/entraide/:id`: one exchange, where it stands, the next act, its history. */
export const showRoute = route({ path: '/entraide/:id', access: mayOpen, get: (ctx) => showExchange(ctx) })

/** The page, shown again with what is wrong with its form where there is. */
export async function showExchange(ctx: RouteContext, sent?: FormState): Promise<Reply> {
  const id = ctx.params.id ?? ''
  const row = isId(id) ? await readExchange(ctx.app, id) : null
  const who = actorOf(ctx)
  if (!row || partyOf(row, who) === 'other') return notFound()
  const t = texts(ctx.lang)
  const people = await readPeople(ctx.app, [row.requester, row.helper, row.evaluatedBy])
  const nameOf = (person: string | null) => people.get(person ?? '')?.name ?? t.facts.unknown
  const view = { party: partyOf(row, who), requester: nameOf(row.requester), helper: nameOf(row.helper) }
  const line = (person: string) => {
    const card = people.get(person)
    return (
      <PersonLine
        name={nameOf(person)}
        src={card?.portrait}
        size="small"
        note={card?.headline}
        {...(card ? { href: `/annuaire/${card.slug}` } : {})}
      />
    )
  }
  const items = facts(row, t, {
    requester: line(row.requester),
    helper: line(row.helper),
    hours: t.facts.hoursValue(row.hours),
    judge: row.evaluatedBy && row.evaluatedBy !== row.requester ? t.facts.staff : nameOf(row.evaluatedBy),
  })
  return page({
    title: row.title,
    layout: 'extranet',
    status: sent ? 422 : 200,
    breadcrumbs: [{ label: t.title, href: '/entraide' }, { label: row.title }],
    current: '/entraide',
    view: (
      <Page>
        <PageHeading
          kicker={<StatusTag kind={statusKind(row.state)}>{stateNames(ctx.lang)[row.state]}</StatusTag>}
          title={row.title}
          lead={sentence(row, view, t, ctx.now)}
        />
        <Columns
          asideLabel={t.history.title}
          aside={
            <Section title={t.history.title}>
              <Timeline events={historyOf(row, view, t)} label={t.history.title} />
            </Section>
          }
        >
          <Acts {...{ row, view, t }} acts={actsOf(row, who, ctx.now)} state={sent ?? blankForm()} />
          <Section title={t.facts.need}>
            <Stack>
              <Paragraphs text={row.need} />
              <DefinitionList items={items} />
            </Stack>
          </Section>
        </Columns>
      </Page>
    ),
  })
}

type Shown = { requester: React.ReactNode; helper: React.ReactNode; hours: string; judge: string }

function facts(row: ExchangeRow, t: Texts, shown: Shown): Definition[] {
  const list: Definition[] = [
    { term: t.facts.requester, value: shown.requester },
    { term: t.facts.helper, value: shown.helper },
    { term: t.facts.cost, value: <TsAmount amount={row.amount} /> },
    { term: t.facts.hours, value: shown.hours },
  ]
  if (row.expiresAt && (row.state === 'asked' || row.state === 'accepted'))
    list.push({
      term: row.state === 'asked' ? t.facts.deadline : t.facts.deliverBy,
      value: <DateText at={row.expiresAt} as="date" />,
    })
  if (row.rating)
    list.push({
      term: t.facts.rating,
      value: (
        <>
          {t.facts.ratingValue(row.rating)}, {t.facts.by} {shown.judge}
          {row.comment && <Paragraphs text={row.comment} />}
        </>
      ),
    })
  return list
}
