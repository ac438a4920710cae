import type { Where } from 'payload'
import { extranet } from '@/core/access'
import { listingOf, oneOf, words } from '@/core/listing'
import { searchKey, slugify } from '@/core/text'
import { notFound, page, type RouteContext, route } from '@/hooks'
import {
  ButtonLink,
  Columns,
  EmptyState,
  FilterBar,
  Page,
  PageHeading,
  Pagination,
  PersonLine,
  Portrait,
  SearchBox,
  Section,
  Select,
  Stack,
  T,
  Tabs,
} from '@/ui'
import { texts } from '../i18n'
import { readLogeRoles } from '../service/readLogeRoles'
import { readRoleLoges } from '../service/staffActs'
import { FileLink } from './officeFile'

const PER_PAGE = 24
const PATH = '/annuaire'

type ProfileRow = {
  id: string
  person: string
  name: string
  slug: string
  headline?: string
  presentation?: string
  skills?: string
  town?: string
  website?: string
  portraitUrl?: string | null
}

const SORTS = ['nom', 'arrivee'] as const
const ORDER: Record<(typeof SORTS)[number], string[]> = {
  nom: ['sortKey'],
  arrivee: ['-arrivedAt', 'sortKey'],
}

/** The members in good standing, by name or the latest come first; found by words and by loge. */
const listRoute = route({ path: PATH, access: extranet, get: list })

async function list(ctx: RouteContext) {
  const t = texts(ctx.lang).directory
  const loges = (await readRoleLoges(ctx.app)).map(({ id, name }) => ({ id, name, slug: slugify(name) }))
  const listing = listingOf({
    q: words(),
    loge: oneOf(['', ...loges.map(({ slug }) => slug)]),
    tri: oneOf(SORTS),
  })
  const asked = listing.read(ctx.url.searchParams)
  const loge = loges.find(({ slug }) => slug === asked.loge)
  const team = loge && (await readLogeRoles(ctx.app, loge.id))
  const sought = searchKey(asked.q).split(' ').filter(Boolean)
  const where: Where = {
    and: [
      { listed: { equals: true } },
      ...(team ? [{ person: { in: team.map(({ person }) => person) } }] : []),
      ...sought.map((word) => ({ searchKey: { like: word } })),
    ],
  }
  const found = await ctx.app.payload.db.find<ProfileRow>({
    collection: 'profiles',
    where,
    sort: ORDER[asked.tri],
    limit: PER_PAGE,
    page: asked.page,
    // Said aloud: MongoDB's adapter neither counts nor skips without it.
    pagination: true,
    select: { person: true, name: true, slug: true, headline: true, town: true, portraitUrl: true },
  })
  const href = (change: Partial<typeof asked>) => listing.href(PATH, { ...asked, page: 1, ...change })
  return page({
    title: t.title,
    layout: 'extranet',
    view: (
      <Page>
        <PageHeading title={t.title} lead={t.lead} />
        <Stack>
          <SearchBox action={PATH} value={asked.q} label={t.search} hidden={listing.hidden(asked, 'q')} />
          {loges.length > 0 && (
            <FilterBar action={PATH} active={loge ? 1 : 0} hidden={listing.hidden(asked, 'loge')} folded>
              <Select
                name="loge"
                label={t.loge}
                value={asked.loge}
                empty={t.anyLoge}
                optional
                options={loges.map(({ slug, name }) => ({ value: slug, label: name }))}
              />
            </FilterBar>
          )}
          <Tabs
            label={t.sort}
            tabs={SORTS.map((tri) => ({
              label: t.sorts[tri],
              href: href({ tri }),
              current: tri === asked.tri,
            }))}
          />
          <p className="soft">{t.found(found.totalDocs)}</p>
          {found.docs.length === 0 ? (
            <EmptyState title={t.nobody} action={<ButtonLink href={PATH}>{t.nobodyAct}</ButtonLink>} />
          ) : (
            <ul className="people">
              {found.docs.map((row) => (
                <li key={row.id}>
                  <PersonLine
                    name={row.name}
                    href={`${PATH}/${row.slug}`}
                    src={row.portraitUrl ?? null}
                    note={[row.headline, row.town].filter(Boolean).join(' · ')}
                  />
                </li>
              ))}
            </ul>
          )}
          <Pagination page={asked.page} pages={found.totalPages} href={(n) => href({ page: n })} />
        </Stack>
      </Page>
    ),
  })
}

const profileRoute = route({ path: `${PATH}/:slug`, access: extranet, get: profile })

async function profile(ctx: RouteContext) {
  const t = texts(ctx.lang)
  const row = await ctx.app.payload.db.findOne<ProfileRow & { listed?: boolean }>({
    collection: 'profiles',
    where: { slug: { equals: ctx.params.slug ?? '' } },
  })
  const mine = row?.person === ctx.who?.id
  if (!row || (!row.listed && !mine)) return notFound()
  const skills = (row.skills ?? '')
    .split('\n')
    .map((s) => s.trim())
    .filter(Boolean)
  return page({
    title: row.name,
    layout: 'extranet',
    breadcrumbs: [{ label: t.directory.title, href: PATH }, { label: row.name }],
    view: (
      <Page>
        <PageHeading
          kicker={row.town}
          title={row.name}
          lead={row.headline}
          action={
            mine ? (
              <ButtonLink href="/moi/profil">{t.profile.edit}</ButtonLink>
            ) : (
              <ButtonLink kind="main" href={`/entraide/demander?a=${row.slug}`}>
                {t.directory.ask(row.name.split(' ')[0] ?? row.name)}
              </ButtonLink>
            )
          }
        />
        <Columns
          asideFirst
          aside={
            <Stack>
              <Portrait name={row.name} src={row.portraitUrl ?? null} size="huge" eager />
              {row.website && (
                <p>
                  <a href={row.website} rel="nofollow ugc noopener">
                    {row.website.replace(/^https?:\/\//, '')}
                  </a>
                </p>
              )}
              <FileLink ctx={ctx} person={row.person} />
            </Stack>
          }
        >
          {row.presentation ? (
            row.presentation
              .split(/\n{2,}/)
              .map((text, i) => ({ text, key: `p${i}` }))
              .map(({ text, key }) => (
                <p key={key}>
                  <T>{text}</T>
                </p>
              ))
          ) : (
            <p className="soft">
              <T>{mine ? t.directory.noPresentationMine : t.directory.noPresentation}</T>
            </p>
          )}
          {skills.length > 0 && (
            <Section title={t.directory.skills}>
              <ul className="tags">
                {skills.map((skill) => (
                  <li key={skill}>
                    <a className="tag" href={`${PATH}?q=${encodeURIComponent(skill)}`}>
                      {skill}
                    </a>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </Columns>
      </Page>
    ),
  })
}

export const directoryRoutes = [listRoute, profileRoute]
