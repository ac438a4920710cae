import { anyone } from '@/core/access'
import { page, route } from '@/hooks'
import { DefinitionList, Page, PageHeading, Stack, StatusTag, T } from '@/ui'
import { texts } from '../i18n'
import { checkCard } from '../service/checkCard'
import { VERIFY } from '../service/readCard'

/**
 * Where a card's code leads. Not kept in any cache (it has no `cache`), so that a membership that ends is not valid at
 * the next look; not to be indexed. It says name, season, valid or not, and nothing else.
 */
export const verifyRoute = route({
  path: `${VERIFY}/:token`,
  access: anyone,
  get: async (ctx) => {
    const t = texts(ctx.lang).verify
    const card = await checkCard(ctx.app, ctx.params.token ?? '', ctx.lang)
    const said = card
      ? card.valid
        ? ({ kind: 'done', word: t.valid, text: t.validText } as const)
        : ({ kind: 'refused', word: t.invalid, text: t.invalidText } as const)
      : ({ kind: 'alert', word: t.unknown, text: t.unknownText } as const)
    return page({
      title: t.title,
      status: card ? 200 : 404,
      noindex: true,
      view: (
        <Page width="text">
          <PageHeading title={t.title} />
          <Stack>
            <StatusTag kind={said.kind}>{said.word}</StatusTag>
            <p className="lead">
              <T>{said.text}</T>
            </p>
            {card && (
              <DefinitionList
                items={[
                  { term: t.name, value: card.name },
                  { term: t.season, value: card.season },
                ]}
              />
            )}
          </Stack>
        </Page>
      ),
    })
  },
})
