import type { Where } from 'payload'
import type { PersonCard } from '@/collections/members/contract'
import { readPeople } from '@/collections/members/service'
import { activeMember } from '@/core/access'
import type { Lang } from '@/core/lang'
import { pageNumber } from '@/core/listing'
import { page, type Reply, type RouteContext, route } from '@/hooks'
import {
  ButtonLink,
  Card,
  CardList,
  DateText,
  EmptyState,
  FilterBar,
  Page,
  PageHeading,
  Pagination,
  Section,
  Select,
  StatusTag,
  TsAmount,
} from '@/ui'
import { actsOf } from '../domain/next'
import { OVER, STATES, type State } from '../domain/states'
import { type Texts, texts } from '../i18n'
import { stateNames } from '../i18n/states'
import {
  type ExchangeRow,
  type Page as Found,
  findExchanges,
  pageExchanges,
  partOf,
} from '../store/exchanges'
import { exchangeHref } from './actRoutes'
import { sentence, statusKind } from './sentence'

/** `/entraide`: my exchanges, what awaits me first. Filters and page stand in the address. */
export const listRoute = route({ path: '/entraide', access: activeMember, get: show })

type Filters = { etat: State | 'termines' | ''; role: 'demande' | 'aide' | '' }

async function show(ctx: RouteContext): Promise<Reply> {
  const t = texts(ctx.lang)
  const me = ctx.who?.id ?? ''
  const filters = readFilters(ctx.url)
  const filtered = filters.etat !== '' || filters.role !== '' || ctx.url.searchParams.has('page')
  const all = filtered
    ? await pageExchanges(ctx.app, whereOf(filters, me), { page: pageNumber(ctx.url.searchParams) })
    : await overviewOf(ctx, me)
  const rows = 'rows' in all ? all.rows : [...all.open, ...all.past]
  const people = await readPeople(
    ctx.app,
    rows.flatMap((row) => [row.requester, row.helper]),
  )
  const cards = { me, people, t, lang: ctx.lang, now: ctx.now }
  return page({
    title: t.title,
    layout: 'extranet',
    view: (
      <Page>
        <PageHeading
          title={t.title}
          lead={t.lead}
          action={
            <ButtonLink kind="main" href="/entraide/demander" icon="plus">
              {t.ask}
            </ButtonLink>
          }
        />
        {(rows.length > 0 || filtered) && <Filter {...{ filters, t }} lang={ctx.lang} />}
        {'rows' in all ? (
          <Filtered found={all} cards={cards} filters={filters} />
        ) : (
          <Overview {...all} cards={cards} ctx={ctx} />
        )}
      </Page>
    ),
  })
}

const readFilters = (url: URL): Filters => {
  const etat = url.searchParams.get('etat')
  const role = url.searchParams.get('role')
  return {
    etat: etat === 'termines' ? etat : (STATES.find((s) => s === etat) ?? ''),
    role: role === 'demande' || role === 'aide' ? role : '',
  }
}

function whereOf({ etat, role }: Filters, me: string): Where {
  const mine: Where =
    role === 'demande'
      ? { requester: { equals: me } }
      : role === 'aide'
        ? { helper: { equals: me } }
        : partOf(me)
  if (etat === '') return mine
  return { and: [mine, { state: etat === 'termines' ? { in: [...OVER] } : { equals: etat } }] }
}

/** What is open and the last few ended, in two queries. */
async function overviewOf(
  ctx: RouteContext,
  me: string,
): Promise<{ open: ExchangeRow[]; past: ExchangeRow[] }> {
  const [open, past] = await Promise.all([
    findExchanges(
      ctx.app,
      { and: [partOf(me), { state: { not_in: [...OVER] } }] },
      { limit: 100, sort: 'since' },
    ),
    findExchanges(ctx.app, { and: [partOf(me), { state: { in: [...OVER] } }] }, { limit: 5 }),
  ])
  return { open, past }
}

type Cards = { me: string; people: ReadonlyMap<string, PersonCard>; t: Texts; lang: Lang; now: Date }

function Overview({
  open,
  past,
  cards,
  ctx,
}: {
  open: ExchangeRow[]
  past: ExchangeRow[]
  cards: Cards
  ctx: RouteContext
}) {
  const { t } = cards
  if (open.length + past.length === 0)
    return (
      <EmptyState
        title={t.list.emptyTitle}
        action={<ButtonLink href="/entraide/demander">{t.ask}</ButtonLink>}
      >
        {t.list.empty}
      </EmptyState>
    )
  // Cancelling is always possible; what awaits me is an act that makes the exchange go on.
  const awaitsMe = (row: ExchangeRow) =>
    row.state !== 'disputed' &&
    actsOf(row, { id: cards.me, judge: false }, ctx.now).some((act) => act !== 'cancel')
  const todo = open.filter(awaitsMe)
  const running = open.filter((row) => !awaitsMe(row))
  return (
    <>
      <Section title={t.list.todo}>
        {todo.length > 0 ? <Exchanges rows={todo} {...cards} marked /> : <p>{t.list.nothingTodo}</p>}
      </Section>
      {running.length > 0 && (
        <Section title={t.list.running}>
          <Exchanges rows={running} {...cards} />
        </Section>
      )}
      {past.length > 0 && (
        <Section title={t.list.past} action={<a href="/entraide?etat=termines">{t.list.allPast}</a>}>
          <Exchanges rows={past} {...cards} />
        </Section>
      )}
    </>
  )
}

function Filtered({ found, cards, filters }: { found: Found<ExchangeRow>; cards: Cards; filters: Filters }) {
  const { t } = cards
  if (found.rows.length === 0)
    return (
      <EmptyState
        title={t.list.noneFound}
        action={<ButtonLink href="/entraide">{t.list.clear}</ButtonLink>}
      />
    )
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''))
  return (
    <Section title={t.list.count(found.total)}>
      <Exchanges rows={found.rows} {...cards} />
      <Pagination
        page={found.page}
        pages={found.pages}
        href={(n) => `/entraide?${new URLSearchParams([...query, ['page', String(n)]])}`}
      />
    </Section>
  )
}

function Filter({ filters, t, lang }: { filters: Filters; t: Texts; lang: Lang }) {
  const names = stateNames(lang)
  return (
    <FilterBar action="/entraide" active={[filters.etat, filters.role].filter(Boolean).length} folded>
      <Select
        name="etat"
        label={t.list.state}
        value={filters.etat}
        empty={t.list.anyState}
        optional
        options={[
          ...STATES.map((value) => ({ value: value as string, label: names[value] })),
          { value: 'termines', label: t.list.over },
        ]}
      />
      <Select
        name="role"
        label={t.list.side}
        value={filters.role}
        empty={t.list.anySide}
        optional
        options={[
          { value: 'demande', label: t.list.asRequester },
          { value: 'aide', label: t.list.asHelper },
        ]}
      />
    </FilterBar>
  )
}

function Exchanges({
  rows,
  me,
  people,
  t,
  lang,
  now,
  marked,
}: Cards & { rows: ExchangeRow[]; marked?: boolean }) {
  const nameOf = (person: string) => people.get(person)?.name ?? t.facts.unknown
  return (
    <CardList>
      {rows.map((row) => {
        const party = row.helper === me ? 'helper' : 'requester'
        return (
          <Card
            key={row.id}
            as="li"
            title={row.title}
            href={exchangeHref(row.id)}
            marked={marked}
            top={<StatusTag kind={statusKind(row.state)}>{stateNames(lang)[row.state]}</StatusTag>}
            foot={
              <>
                <TsAmount amount={row.amount} /> · <DateText at={row.since} />
              </>
            }
          >
            {sentence(row, { party, requester: nameOf(row.requester), helper: nameOf(row.helper) }, t, now)}
          </Card>
        )
      })}
    </CardList>
  )
}
