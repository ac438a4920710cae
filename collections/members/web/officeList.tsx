import { formatDate } from '@/core/dates'
import type { Lang } from '@/core/lang'
import { STANDINGS } from '@/core/person'
import { searchKey } from '@/core/text'
import { page, type Reply, type RouteContext, redirect, route } from '@/hooks'
import {
  ButtonLink,
  type Column,
  DataTable,
  DateText,
  EmptyState,
  FilterBar,
  Page,
  PageHeading,
  Pagination,
  Select,
  Stack,
  StatusTag,
  TextInput,
} from '@/ui'
import { seesPeople } from '../access'
import { grantsAt, ROLES } from '../domain/grants'
import { sinceAt, standingAt } from '../domain/standing'
import { type OfficeTexts, officeTexts, rolesInWords } from '../i18n/office'
import { readRoleLoges } from '../service/staffActs'
import { type ListedPerson, listPeople } from '../store/listPeople'
import { fileHref, lastDay, OFFICE, STANDING_KIND } from './office'

const PAGE_SIZE = 25
const MAX_PAGE = 10_000

const SORTS = ['nom', '-nom', '-depuis', 'depuis'] as const
type Sort = (typeof SORTS)[number]
type Query = { q: string; situation: string; role: string; tri: Sort; page: number }

function queryOf({ searchParams }: URL): Query {
  const one = <T extends string>(known: readonly T[], name: string): T | undefined =>
    known.find((value) => value === searchParams.get(name))
  const asked = Number(searchParams.get('page') ?? 1)
  return {
    q: (searchParams.get('q') ?? '').trim().slice(0, 100),
    situation: one(STANDINGS, 'situation') ?? '',
    role: one(ROLES, 'role') ?? '',
    tri: one(SORTS, 'tri') ?? 'nom',
    page: Number.isSafeInteger(asked) && asked > 0 ? Math.min(asked, MAX_PAGE) : 1,
  }
}

/** The address of the list with some of its terms changed; terms that say nothing are left out. */
function href(query: Query, change: Partial<Query>): string {
  const { q, situation, role, tri, page } = { ...query, page: 1, ...change }
  const terms = new URLSearchParams()
  if (q) terms.set('q', q)
  if (situation) terms.set('situation', situation)
  if (role) terms.set('role', role)
  if (tri !== 'nom') terms.set('tri', tri)
  if (page > 1) terms.set('page', String(page))
  const said = terms.toString()
  return said ? `${OFFICE}?${said}` : OFFICE
}

/** `/bureau/personnes`: everybody with an account, found by name, address, standing or role. */
export const officeListRoute = route({ path: OFFICE, access: seesPeople, get: show })

async function show(ctx: RouteContext): Promise<Reply> {
  const t = officeTexts(ctx.lang)
  const query = queryOf(ctx.url)
  const [{ rows, total }, loges] = await Promise.all([
    listPeople(ctx.app.payload, {
      words: searchKey(query.q).split(' ').filter(Boolean),
      standing: STANDINGS.find((s) => s === query.situation) ?? null,
      role: ROLES.find((r) => r === query.role) ?? null,
      sort: query.tri.endsWith('depuis') ? 'since' : 'name',
      descending: query.tri.startsWith('-'),
      skip: (query.page - 1) * PAGE_SIZE,
      limit: PAGE_SIZE,
      now: ctx.now,
    }),
    readRoleLoges(ctx.app),
  ])
  const pages = Math.ceil(total / PAGE_SIZE)
  if (rows.length === 0 && total > 0) return redirect(href(query, { page: pages }))
  const names = new Map(loges.map((loge) => [loge.id, loge.name]))
  return page({
    title: t.list.title,
    layout: 'extranet',
    view: (
      <Page>
        <Stack>
          <PageHeading title={t.list.title} lead={t.list.lead} />
          <Filters query={query} t={t} />
          {rows.length === 0 ? (
            <EmptyState
              title={t.list.empty}
              action={<ButtonLink href={OFFICE}>{t.list.emptyAct}</ButtonLink>}
            >
              {t.list.emptyText}
            </EmptyState>
          ) : (
            <DataTable
              caption={t.list.count(total)}
              rows={rows}
              rowKey={(row) => row.person}
              columns={columns({ ctx, query, t, names })}
            />
          )}
          <Pagination page={query.page} pages={pages} href={(n) => href(query, { page: n })} />
        </Stack>
      </Page>
    ),
  })
}

function Filters({ query, t }: { query: Query; t: OfficeTexts }) {
  const { list } = t
  return (
    <FilterBar
      action={OFFICE}
      values={{ q: query.q, situation: query.situation, role: query.role, tri: query.tri }}
      active={[query.q, query.situation, query.role].filter(Boolean).length}
    >
      <TextInput name="q" type="search" label={list.search} size="medium" />
      <Select
        name="situation"
        label={list.standing}
        empty={list.anyStanding}
        options={STANDINGS.map((value) => ({ value, label: t.standings[value] }))}
      />
      <Select
        name="role"
        label={list.role}
        empty={list.anyRole}
        options={ROLES.map((value) => ({ value, label: t.roles[value] }))}
      />
      <Select
        name="tri"
        label={list.sort}
        empty={false}
        options={SORTS.map((value) => ({ value, label: list.sorts[value] }))}
      />
    </FilterBar>
  )
}

type Around = { ctx: RouteContext; query: Query; t: OfficeTexts; names: ReadonlyMap<string, string> }

function columns({ ctx, query, t, names }: Around): Column<ListedPerson>[] {
  const { list } = t
  /** A column's link: the way it usually goes first, then the other way round. */
  const sortBy = (first: Sort, second: Sort) => ({
    href: href(query, { tri: query.tri === first ? second : first }),
    ...(query.tri === first || query.tri === second
      ? { current: query.tri.startsWith('-') ? ('desc' as const) : ('asc' as const) }
      : {}),
  })
  return [
    {
      key: 'name',
      label: list.name,
      heading: true,
      sort: sortBy('nom', '-nom'),
      cell: (row) => <a href={fileHref(row.person)}>{row.name}</a>,
    },
    { key: 'email', label: list.email, cell: (row) => <Address email={row.email} /> },
    {
      key: 'standing',
      label: list.standing,
      cell: (row) => <Standing row={row} now={ctx.now} lang={ctx.lang} zone={ctx.app.settings.timeZone} />,
    },
    {
      key: 'since',
      label: list.since,
      sort: sortBy('-depuis', 'depuis'),
      cell: (row) => {
        const since = sinceAt(row, ctx.now)
        return since ? <DateText at={since} as="date" /> : '–'
      },
    },
    {
      key: 'roles',
      label: list.roles,
      cell: (row) => {
        return rolesInWords(grantsAt(row.grants, ctx.now), ctx.lang, names) || '–'
      },
    },
  ]
}

function Standing({ row, now, lang, zone }: { row: ListedPerson; now: Date; lang: Lang; zone: string }) {
  const t = officeTexts(lang)
  const standing = standingAt(row, now)
  return (
    <>
      <StatusTag kind={STANDING_KIND[standing]}>{t.standings[standing]}</StatusTag>
      {standing === 'suspended' && row.until && (
        <div className="soft">{t.file.until(formatDate(lastDay(row.until, zone), lang, zone))}</div>
      )}
    </>
  )
}

/** May break after the @, so that a long address does not widen a phone's page. */
export function Address({ email }: { email: string }) {
  const cut = email.indexOf('@') + 1
  return (
    <a href={`mailto:${email}`}>
      {email.slice(0, cut)}
      <wbr />
      {email.slice(cut)}
    </a>
  )
}
