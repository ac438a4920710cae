import { formatDate } from '@/core/dates'
import type { Lang } from '@/core/lang'
import { listingOf, oneOf, words } from '@/core/listing'
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
  SearchBox,
  Select,
  Stack,
  StatusTag,
} from '@/ui'
import { seesPeople } from '../access'
import { grantsAt, ROLES } from '../domain/grants'
import { sinceAt, standingAt } from '../domain/standing'
import { type OfficeTexts, officeTexts, rolesInWords } from '../i18n/office'
import { readRoleLoges } from '../service/staffActs'
import { type ListedPerson, listPeople } from '../store/listPeople'
import { fileHref, lastDay, OFFICE, STANDING_KIND } from './office'

const PAGE_SIZE = 25

const SORTS = ['nom', '-nom', '-depuis', 'depuis'] as const
type Sort = (typeof SORTS)[number]

/** The list as its address says it: `?q=…&situation=…&role=…&tri=…&page=…`. */
const listing = listingOf({
  q: words(),
  situation: oneOf(['', ...STANDINGS]),
  role: oneOf(['', ...ROLES]),
  tri: oneOf(SORTS),
})
type Asked = ReturnType<typeof listing.read>

const href = (asked: Asked, change: Partial<Asked>): string =>
  listing.href(OFFICE, { ...asked, page: 1, ...change })

/** `/bureau/personnes`: everybody with an account, found by name, address, standing or role. */
export const officeListRoute = route({ path: OFFICE, access: seesPeople, get: show })

async function show(ctx: RouteContext): Promise<Reply> {
  const t = officeTexts(ctx.lang)
  const asked = listing.read(ctx.url.searchParams)
  const [{ rows, total }, loges] = await Promise.all([
    listPeople(ctx.app.payload, {
      words: searchKey(asked.q).split(' ').filter(Boolean),
      standing: asked.situation || null,
      role: asked.role || null,
      sort: asked.tri.endsWith('depuis') ? 'since' : 'name',
      descending: asked.tri.startsWith('-'),
      skip: (asked.page - 1) * PAGE_SIZE,
      limit: PAGE_SIZE,
      now: ctx.now,
    }),
    readRoleLoges(ctx.app),
  ])
  const pages = Math.ceil(total / PAGE_SIZE)
  if (rows.length === 0 && total > 0) return redirect(href(asked, { page: pages }))
  const names = new Map(loges.map((loge) => [loge.id, loge.name]))
  return page({
    title: t.list.title,
    layout: 'extranet',
    view: (
      <Page>
        <Stack>
          <PageHeading title={t.list.title} lead={t.list.lead} />
          <Filters asked={asked} t={t} />
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
              columns={columns({ ctx, asked, t, names })}
            />
          )}
          <Pagination page={asked.page} pages={pages} href={(n) => href(asked, { page: n })} />
        </Stack>
      </Page>
    ),
  })
}

/** The search in sight, the rest folded: what one of the forms asks, the other sends along. */
function Filters({ asked, t }: { asked: Asked; t: OfficeTexts }) {
  const { list } = t
  const { q, situation, role, tri } = asked
  return (
    <>
      <SearchBox action={OFFICE} value={q} label={list.search} hidden={listing.hidden(asked, 'q')} />
      <FilterBar
        folded
        label={list.filters}
        action={listing.href(OFFICE, { q })}
        hidden={listing.hidden(asked, 'situation', 'role', 'tri')}
        values={{ situation, role, tri }}
        active={[situation, role, tri === 'nom' ? '' : tri].filter(Boolean).length}
      >
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
    </>
  )
}

type Around = { ctx: RouteContext; asked: Asked; t: OfficeTexts; names: ReadonlyMap<string, string> }

function columns({ ctx, asked, t, names }: Around): Column<ListedPerson>[] {
  const { list } = t
  /** A column's link: the way it usually goes first, then the other way round. */
  const sortBy = (first: Sort, second: Sort) => ({
    href: href(asked, { tri: asked.tri === first ? second : first }),
    ...(asked.tri === first || asked.tri === second
      ? { current: asked.tri.startsWith('-') ? ('desc' as const) : ('asc' as const) }
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
