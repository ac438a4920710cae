import { extranet } from '@/core/access'
import { page, type RouteContext, route } from '@/hooks'
import { Card, CardList, DateText, EmptyState, Page, PageHeading, T } from '@/ui'
import { type Texts, texts } from '../i18n'
import { readCategories, readLatestTopics, type TopicLine } from '../service/readForum'
import { authorOf, type People, peopleOf } from './parts'

async function show(ctx: RouteContext) {
  const t = texts(ctx.lang)
  const [categories, latest] = await Promise.all([
    readCategories(ctx.app, ctx.lang),
    readLatestTopics(ctx.app),
  ])
  const latestOf = new Map<string, TopicLine>()
  for (const topic of latest.topics) if (!latestOf.has(topic.category)) latestOf.set(topic.category, topic)
  const people = await peopleOf(
    ctx,
    [...latestOf.values()].map((topic) => topic.lastPostBy),
  )
  return page({
    title: t.title,
    layout: 'extranet',
    view: (
      <Page>
        <PageHeading title={t.title} lead={t.lead} />
        {categories.length === 0 ? (
          <EmptyState title={t.noCategory}>{t.noCategoryText}</EmptyState>
        ) : (
          <CardList label={t.title}>
            {categories.map((category) => (
              <Card
                as="li"
                level={2}
                key={category.id}
                title={category.title}
                href={`/forum/${category.slug}`}
                foot={<Latest topic={latestOf.get(category.id)} {...{ people, t }} all={latest.all} />}
              >
                {category.description}
              </Card>
            ))}
          </CardList>
        )}
      </Page>
    ),
  })
}

type LatestProps = { topic: TopicLine | undefined; people: People; all: boolean; t: Texts }

function Latest({ topic, people, all, t }: LatestProps) {
  if (!topic) return <span>{all ? t.noTopic : t.noLately}</span>
  return (
    <span>
      <a href={`/forum/sujet/${topic.id}`}>
        <T>{topic.title}</T>
      </a>
      <br />
      <DateText at={topic.lastPostAt} /> {t.lastBy(authorOf(people, topic.lastPostBy, t).name)}
    </span>
  )
}

export const categoriesRoute = route({ path: '/forum', access: extranet, get: show })
