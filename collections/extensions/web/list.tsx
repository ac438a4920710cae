import { page, route } from '@/hooks'
import { ButtonLink, Card, CardList, EmptyState, Page, PageHeading, Section, Stack } from '@/ui'
import { texts } from '../i18n'
import { overview } from '../service/overview'
import { DELIVERIES_PAGE, EXTENSIONS, extensionsAccess, pluginHref } from './access'
import { FaultTable } from './faults'
import { StateTag, sentenceOf } from './state'

export const listRoute = route({
  path: EXTENSIONS,
  access: extensionsAccess,
  get: async (ctx) => {
    const t = texts(ctx.lang)
    const { lines, core } = await overview(ctx.app)
    return page({
      title: t.title,
      layout: 'extranet',
      view: (
        <Page>
          <Stack>
            <PageHeading title={t.title} lead={t.lead} />
            {lines.length === 0 && <EmptyState title={t.none.title}>{t.none.text}</EmptyState>}
            <CardList label={t.title}>
              {lines.map(({ view, state, faults, dead, waiting }) => (
                <Card
                  key={view.plugin.id}
                  as="li"
                  level={2}
                  href={pluginHref(view.plugin.id)}
                  title={view.plugin.title[ctx.lang]}
                  top={<StateTag state={state} t={t} />}
                  marked={state === 'broken' || dead > 0}
                  foot={[
                    t.version(view.plugin.version),
                    ...(faults > 0 ? [t.faults(faults)] : []),
                    ...(dead > 0 ? [t.dead(dead)] : []),
                    ...(waiting > 0 ? [state === 'on' ? t.pending(waiting) : t.waits(waiting)] : []),
                  ].join(' · ')}
                >
                  <p>{view.plugin.description[ctx.lang]}</p>
                  {(state === 'waiting' || state === 'broken') && (
                    <p>{sentenceOf(ctx.app, view, ctx.lang)}</p>
                  )}
                </Card>
              ))}
            </CardList>
            <ButtonLink href={DELIVERIES_PAGE} kind="quiet">
              {t.deliveries.see}
            </ButtonLink>
            {core.length > 0 && (
              <Section title={t.core}>
                <FaultTable caption={t.coreFaults} faults={core.slice(0, 20)} t={t} withModule />
              </Section>
            )}
          </Stack>
        </Page>
      ),
    })
  },
})
