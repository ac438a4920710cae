import { anyone, extranet } from '@/core/access'
import { formatDate } from '@/core/dates'
import { formatCents } from '@/core/money'
import { page, type RouteContext, route } from '@/hooks'
import { Actions, ButtonLink, Notice, Page, PageHeading, Prose, Section, Stack, T } from '@/ui'
import { texts } from '../i18n'
import { type SeasonCounter as Read, readCounter } from '../service/readCounter'
import { SeasonCounter } from './SeasonCounter'

/** The one act of the page, for who looks at it. */
function MainAct({ ctx, open }: { ctx: RouteContext; open: boolean }) {
  const t = texts(ctx.lang).about
  if (extranet(ctx.who)) return <ButtonLink href="/aujourdhui">{t.toExtranet}</ButtonLink>
  if (ctx.who && ctx.who.standing !== 'prospect')
    return (
      <ButtonLink kind="main" href="/ma-candidature">
        {t.myFile}
      </ButtonLink>
    )
  if (!open) return null
  return (
    <ButtonLink kind="main" href="/adhesion/candidature">
      {t.act}
    </ButtonLink>
  )
}

function Counter({ ctx, read }: { ctx: RouteContext; read: Read | null }) {
  const t = texts(ctx.lang)
  if (!read) return <Notice>{t.counter.none}</Notice>
  const { season, counter } = read
  return (
    <>
      <SeasonCounter read={read} lang={ctx.lang} />
      {counter.held > 0 && (
        <p>
          <T>{t.counter.held(counter.held)}</T>
        </p>
      )}
      {counter.state === 'full' && <Notice>{t.about.full}</Notice>}
      {season.closesOn && (counter.state === 'open' || counter.state === 'full') && (
        <p>
          <T>{t.counter.until(formatDate(lastDay(season.closesOn), ctx.lang))}</T>
        </p>
      )}
      <p>
        <T>
          {season.feeCents === 0
            ? t.about.free
            : t.about.fee(formatCents(season.feeCents, ctx.lang, { short: true }))}
        </T>
      </p>
    </>
  )
}

/** The day before, as people count: « jusqu’au 31 ». */
const lastDay = (closesOn: string) =>
  new Date(Date.parse(`${closesOn}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

export const aboutRoute = route({
  path: '/adhesion',
  access: anyone,
  cache: ['season'],
  get: async (ctx) => {
    const t = texts(ctx.lang).about
    const read = await readCounter(ctx.app)
    const open = read?.phase === 'open'
    return page({
      title: t.title,
      description: t.lead,
      view: (
        <Page width="text">
          <PageHeading title={t.title} lead={t.lead} />
          <Stack>
            {extranet(ctx.who) && <Notice kind="tip">{t.member}</Notice>}
            <Actions>
              <MainAct ctx={ctx} open={open} />
            </Actions>
            <Counter ctx={ctx} read={read} />
          </Stack>
          <Section title={t.steps}>
            <Prose>
              <ol>
                {t.stepItems.split('\n\n').map((item) => {
                  const [title = '', text = ''] = item.split('\n')
                  return (
                    <li key={title}>
                      <strong>
                        <T>{title}</T>
                      </strong>
                      <br />
                      <T>{text}</T>
                    </li>
                  )
                })}
              </ol>
            </Prose>
          </Section>
          <Section title={t.what}>
            <Prose>
              <ul>
                {t.whatItems.split('\n').map((item) => (
                  <li key={item}>
                    <T>{item}</T>
                  </li>
                ))}
              </ul>
            </Prose>
          </Section>
        </Page>
      ),
    })
  },
})
