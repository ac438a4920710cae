import { extranet } from '@/core/access'
import { notFound, page, type RouteContext, route } from '@/hooks'
import {
  ButtonLink,
  type Column,
  DataTable,
  DateText,
  EmptyState,
  Page,
  PageHeading,
  Pagination,
  SearchBox,
  Stack,
  Tabs,
} from '@/ui'
import { pagesFor, SORTS, TOPICS_A_PAGE, topicListing } from '../domain/listing'
import { type Texts, texts } from '../i18n'
import { readCategories, readTopics, type TopicLine } from '../service/readForum'
import { authorOf, forumCrumb, isModerator, type People, peopleOf, TopicTags } from './parts'

async function show(ctx: RouteContext) {
  const t = texts(ctx.lang)
  const category = (await readCategories(ctx.app, ctx.lang)).find((c) => c.slug === ctx.params.category)
  if (!category) return notFound()
  const listing = topicListing.read(ctx.url.searchParams)
  const { topics, total } = await readTopics(ctx.app, category.id, listing, {
    moderator: isModerator(ctx.who),
  })
  if (listing.page > 1 && topics.length === 0) return notFound()
  const people = await peopleOf(
    ctx,
    topics.flatMap((topic) => [topic.author, topic.lastPostBy]),
  )
  const path = `/forum/${category.slug}`
  const open = (
    <ButtonLink kind="main" href={`${path}/nouveau`}>
      {t.open.act}
    </ButtonLink>
  )
  return page({
    title: category.title,
    layout: 'extranet',
    breadcrumbs: [forumCrumb(ctx), { label: category.title }],
    view: (
      <Page>
        <PageHeading title={category.title} lead={category.description} action={open} />
        <Stack>
          <SearchBox
            action={path}
            value={listing.q}
            label={t.search}
            hidden={topicListing.hidden(listing, 'q')}
          />
          {topics.length > 0 && (
            <Tabs
              label={t.sort}
              tabs={SORTS.map((tri) => ({
                label: t.sorts[tri],
                href: topicListing.href(path, { q: listing.q, tri }),
                current: tri === listing.tri,
              }))}
            />
          )}
          {topics.length > 0 ? (
            <DataTable
              caption={t.topics(total)}
              columns={columns(people, t)}
              rows={topics}
              rowKey={(topic) => topic.id}
            />
          ) : (
            <Nothing q={listing.q} path={path} t={t} />
          )}
          <Pagination
            page={listing.page}
            pages={pagesFor(total, TOPICS_A_PAGE)}
            href={(n) => topicListing.href(path, { ...listing, page: n })}
          />
        </Stack>
      </Page>
    ),
  })
}

function Nothing({ q, path, t }: { q: string; path: string; t: Texts }) {
  if (q === '') return <EmptyState title={t.noTopic}>{t.noTopicText}</EmptyState>
  return (
    <EmptyState title={t.noFound} action={<ButtonLink href={path}>{t.showAll}</ButtonLink>}>
      {t.noFoundText(q)}
    </EmptyState>
  )
}

const columns = (people: People, t: Texts): Column<TopicLine>[] => [
  {
    key: 'topic',
    label: t.columns.topic,
    heading: true,
    cell: (topic) => (
      <>
        <a href={`/forum/sujet/${topic.id}`}>{topic.title}</a> <TopicTags topic={topic} t={t} />
      </>
    ),
  },
  { key: 'author', label: t.columns.author, cell: (topic) => authorOf(people, topic.author, t).name },
  { key: 'replies', label: t.columns.replies, figures: true, cell: (topic) => topic.replyCount },
  {
    key: 'last',
    label: t.columns.last,
    cell: (topic) => (
      <>
        <DateText at={topic.lastPostAt} /> {t.lastBy(authorOf(people, topic.lastPostBy, t).name)}
      </>
    ),
  },
]

export const categoryRoute = route({ path: '/forum/:category', access: extranet, get: show })
