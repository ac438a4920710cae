import { anyone } from '@/core/access'
import { page, type Reply, type RouteContext, route } from '@/hooks'
import {
  ButtonLink,
  Card,
  CardList,
  EmptyState,
  Page,
  PageHeading,
  SearchBox,
  Section,
  StatusTag,
} from '@/ui'
import { type Loge, TOPIC } from '../contract'
import { type Texts, texts } from '../i18n'
import { linesOf, listLoges } from '../service'

/** `/loges`: all loges, public. */
export const listRoute = route({ path: '/loges', access: anyone, get: show, cache: [TOPIC] })

async function show(ctx: RouteContext): Promise<Reply> {
  const t = texts(ctx.lang)
  const asked = (ctx.url.searchParams.get('q') ?? '').trim().slice(0, 100)
  const loges = await listLoges(ctx.app, asked)
  return page({
    title: t.title,
    layout: 'public',
    description: t.lead,
    view: <List {...{ t, loges, asked }} />,
  })
}

function List({ t, loges, asked }: { t: Texts; loges: Loge[]; asked: string }) {
  return (
    <Page>
      <PageHeading title={t.title} lead={t.lead} />
      <SearchBox action="/loges" label={t.search} value={asked} />
      {loges.length > 0 ? (
        <Section title={t.count(loges.length)}>
          <CardList>
            {loges.map((loge) => (
              <LogeCard key={loge.id} loge={loge} t={t} />
            ))}
          </CardList>
        </Section>
      ) : asked ? (
        <EmptyState title={t.noneFound} action={<ButtonLink href="/loges">{t.all}</ButtonLink>} />
      ) : (
        <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>
      )}
    </Page>
  )
}

/** A loge among others, inside a CardList. */
export const LogeCard = ({ loge, t }: { loge: Loge; t: Texts }) => (
  <Card as="li" title={loge.name} href={`/loges/${loge.slug}`} top={<LogeState loge={loge} t={t} />}>
    {linesOf(loge.territory).join(', ')}
  </Card>
)

const KINDS = { active: 'open', forming: 'draft', paused: 'closed' } as const

export const LogeState = ({ loge, t }: { loge: Loge; t: Texts }) => (
  <StatusTag kind={KINDS[loge.state]}>{t.states[loge.state]}</StatusTag>
)
