import type { Where } from 'payload'
import type { Loge } from '@/collections/loges/contract'
import { knownLoges } from '@/collections/loges/service/knownLoges'
import { extranet } from '@/core/access'
import { civilDate } from '@/core/dates'
import { listingOf, oneOf, words } from '@/core/listing'
import { excerpt, searchKey } from '@/core/text'
import { page, type Reply, type RouteContext, route } from '@/hooks'
import {
  ButtonLink,
  Card,
  CardList,
  DateText,
  EmptyState,
  FilterBar,
  Meta,
  Page,
  PageHeading,
  Pagination,
  Section,
  Select,
  StatusTag,
  T,
  Tabs,
  TextInput,
} from '@/ui'
import { mayPropose } from '../access'
import { MODES, type State } from '../contract'
import { type Texts, texts } from '../i18n'
import { findMissions, type MissionRow } from '../store/missions'

/** `/missions`: open missions for members; filters, search and page stand in the address. */
export const listRoute = route({ path: '/missions', access: extranet, get: show })

const SORTS = ['recentes', 'anciennes', 'echeance'] as const
const ORDER = { recentes: '-publishedAt', anciennes: 'publishedAt', echeance: 'deadline' } as const

const listingFor = (loges: Loge[]) =>
  listingOf({
    q: words(),
    etat: oneOf(['', 'closes', 'miennes']),
    mode: oneOf(['', ...MODES]),
    loge: oneOf(['', ...loges.map((l) => l.slug)]),
    tri: oneOf(SORTS),
  })
type MissionListing = ReturnType<typeof listingFor>
type Filters = ReturnType<MissionListing['read']>

async function show(ctx: RouteContext): Promise<Reply> {
  const t = texts(ctx.lang)
  const loges = await knownLoges(ctx.app)
  const listing = listingFor(loges)
  const filters = listing.read(ctx.url.searchParams)
  const today = civilDate(ctx.now, ctx.app.settings.timeZone)
  const found = await findMissions(ctx.app, whereOf(filters, loges, ctx.who?.id ?? '', today), {
    page: filters.page,
    // One's own may never have been published: they go by when they changed last.
    sort: filters.etat === 'miennes' && filters.tri === 'recentes' ? '-since' : ORDER[filters.tri],
  })
  return page({
    title: t.title,
    layout: 'extranet',
    view: (
      <Page>
        <PageHeading
          title={t.title}
          lead={t.lead}
          action={
            mayPropose(ctx.who) && (
              <ButtonLink kind="main" icon="plus" href="/missions/proposer">
                {t.propose}
              </ButtonLink>
            )
          }
        />
        <Filter {...{ t, filters, listing, loges }} proposes={mayPropose(ctx.who)} />
        <Tabs
          label={t.list.sort}
          tabs={SORTS.map((tri) => ({
            label: t.list.sorts[tri],
            href: listing.href('/missions', { ...filters, tri, page: 1 }),
            current: tri === filters.tri,
          }))}
        />
        <Missions {...{ t, filters, listing, found, today }} />
      </Page>
    ),
  })
}

function whereOf(filters: Filters, loges: Loge[], me: string, today: string): Where {
  const sought = searchKey(filters.q).split(' ').filter(Boolean)
  const loge = loges.find((l) => l.slug === filters.loge)
  return {
    and: [
      filters.etat === 'miennes'
        ? { postedBy: { equals: me } }
        : { state: { equals: filters.etat === 'closes' ? 'closed' : 'published' } },
      ...(filters.mode ? [{ mode: { equals: filters.mode } }] : []),
      ...(loge ? [{ loge: { equals: loge.id } }] : []),
      // By deadline: those that have one, to come unless they are closed.
      ...(filters.tri === 'echeance'
        ? [{ deadline: { greater_than_equal: filters.etat === 'closes' ? '0000' : today } }]
        : []),
      ...sought.map((word) => ({ searchKey: { like: word } })),
    ],
  }
}

/** How many filters narrow the list; an order narrows nothing. */
const narrowing = ({ q, etat, mode, loge }: Filters): number => [q, etat, mode, loge].filter(Boolean).length

function Filter({
  t,
  filters,
  listing,
  loges,
  proposes,
}: {
  t: Texts
  filters: Filters
  listing: MissionListing
  loges: Loge[]
  proposes: boolean
}) {
  return (
    <FilterBar
      action="/missions"
      active={narrowing(filters)}
      hidden={listing.hidden(filters, 'q', 'etat', 'mode', 'loge')}
      folded
    >
      <TextInput name="q" label={t.list.search} value={filters.q} optional />
      <Select
        name="etat"
        label={t.list.state}
        value={filters.etat}
        empty={t.list.open}
        optional
        options={[
          { value: 'closes', label: t.list.closed },
          ...(proposes ? [{ value: 'miennes', label: t.list.mine }] : []),
        ]}
      />
      <Select
        name="mode"
        label={t.list.mode}
        value={filters.mode}
        empty={t.list.anyMode}
        optional
        options={MODES.map((value) => ({ value, label: t.modes[value] }))}
      />
      {loges.length > 0 && (
        <Select
          name="loge"
          label={t.list.loge}
          value={filters.loge}
          empty={t.list.anyLoge}
          optional
          options={loges.map((loge) => ({ value: loge.slug, label: loge.name }))}
        />
      )}
    </FilterBar>
  )
}

type FoundProps = {
  t: Texts
  filters: Filters
  listing: MissionListing
  found: Awaited<ReturnType<typeof findMissions>>
  today: string
}

function Missions({ t, filters, listing, found, today }: FoundProps) {
  if (found.rows.length === 0) {
    const narrowed = narrowing(filters) > 0 || filters.tri === 'echeance'
    return narrowed ? (
      <EmptyState title={t.list.none} action={<ButtonLink href="/missions">{t.list.all}</ButtonLink>} />
    ) : (
      <EmptyState title={t.list.empty}>{t.list.emptyHint}</EmptyState>
    )
  }
  return (
    <Section title={t.list.count(found.total)}>
      <CardList>
        {found.rows.map((mission) => (
          <MissionCard key={mission.id} {...{ mission, t, today }} />
        ))}
      </CardList>
      <Pagination
        page={found.page}
        pages={found.pages}
        href={(n) => listing.href('/missions', { ...filters, page: n })}
      />
    </Section>
  )
}

const KINDS = {
  draft: 'draft',
  'to-verify': 'waiting',
  published: 'open',
  closed: 'closed',
  withdrawn: 'refused',
} as const

export const MissionState = ({ state, t }: { state: State; t: Texts }) => (
  <StatusTag kind={KINDS[state]}>{t.states[state]}</StatusTag>
)

const EXCERPT = 160

function MissionCard({ mission, t, today }: { mission: MissionRow; t: Texts; today: string }) {
  return (
    <Card
      as="li"
      title={mission.title}
      href={`/missions/${mission.id}`}
      top={
        <Meta>
          <MissionState state={mission.state} t={t} />
          <span>{t.modes[mission.mode]}</span>
        </Meta>
      }
      foot={
        <Meta>
          {mission.budget && <span>{mission.budget}</span>}
          {mission.deadline && (
            <span>
              <T>{`${t.list.before} `}</T>
              <DateText at={mission.deadline} as="date" />
              {mission.deadline < today && ` (${t.list.past})`}
            </span>
          )}
        </Meta>
      }
    >
      {excerpt(mission.brief, EXCERPT)}
    </Card>
  )
}
