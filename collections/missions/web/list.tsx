import type { Where } from 'payload'
import type { Loge } from '@/collections/loges/contract'
import { knownLoges } from '@/collections/loges/service/knownLoges'
import { extranet } from '@/core/access'
import { civilDate } from '@/core/dates'
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
  TextInput,
} from '@/ui'
import { mayPropose } from '../access'
import { MODES, type Mode, type State } from '../contract'
import { type Texts, texts } from '../i18n'
import { findMissions, type MissionRow } from '../store/missions'

/** `/missions`: open missions for members; filters, search and page stand in the address. */
export const listRoute = route({ path: '/missions', access: extranet, get: show })

type Filters = { q: string; mode: Mode | ''; etat: 'closes' | 'miennes' | ''; loge: string }

async function show(ctx: RouteContext): Promise<Reply> {
  const t = texts(ctx.lang)
  const { url } = ctx
  const loges = await knownLoges(ctx.app)
  const etat = url.searchParams.get('etat')
  const filters: Filters = {
    q: (url.searchParams.get('q') ?? '').trim().slice(0, 100),
    mode: MODES.find((m) => m === url.searchParams.get('mode')) ?? '',
    etat: etat === 'closes' || etat === 'miennes' ? etat : '',
    loge: loges.find((l) => l.slug === url.searchParams.get('loge'))?.slug ?? '',
  }
  const found = await findMissions(ctx.app, whereOf(filters, loges, ctx.who?.id ?? ''), {
    page: Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1),
    sort: filters.etat === 'miennes' ? '-since' : '-publishedAt',
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
        <Filter {...{ t, filters, loges }} proposes={mayPropose(ctx.who)} />
        <Missions {...{ t, filters, found }} today={civilDate(ctx.now, ctx.app.settings.timeZone)} />
      </Page>
    ),
  })
}

function whereOf(filters: Filters, loges: Loge[], me: string): Where {
  const words = searchKey(filters.q).split(' ').filter(Boolean)
  const loge = loges.find((l) => l.slug === filters.loge)
  return {
    and: [
      filters.etat === 'miennes'
        ? { postedBy: { equals: me } }
        : { state: { equals: filters.etat === 'closes' ? 'closed' : 'published' } },
      ...(filters.mode ? [{ mode: { equals: filters.mode } }] : []),
      ...(loge ? [{ loge: { equals: loge.id } }] : []),
      ...words.map((word) => ({ searchKey: { like: word } })),
    ],
  }
}

function Filter({
  t,
  filters,
  loges,
  proposes,
}: {
  t: Texts
  filters: Filters
  loges: Loge[]
  proposes: boolean
}) {
  return (
    <FilterBar action="/missions" active={Object.values(filters).filter(Boolean).length} folded>
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
  found: Awaited<ReturnType<typeof findMissions>>
  today: string
}

function Missions({ t, filters, found, today }: FoundProps) {
  if (found.rows.length === 0) {
    const narrowed = Object.values(filters).some(Boolean)
    return narrowed ? (
      <EmptyState title={t.list.none} action={<ButtonLink href="/missions">{t.list.all}</ButtonLink>} />
    ) : (
      <EmptyState title={t.list.empty}>{t.list.emptyHint}</EmptyState>
    )
  }
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''))
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
        href={(n) => `/missions?${new URLSearchParams([...query, ['page', String(n)]])}`}
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
