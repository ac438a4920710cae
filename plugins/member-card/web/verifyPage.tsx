import { anyone } from '@/core/access'
import { MINUTE } from '@/core/clock'
import { page, route } from '@/hooks'
import { DefinitionList, Page, PageHeading, Stack, StatusTag, T } from '@/ui'
import { texts } from '../i18n'
import { checkCard } from '../service/checkCard'
import { VERIFY } from '../service/readCard'

/**
 * How often one address may look. Cards are checked at a door by people behind one address (a hall's Wi-Fi): 30 of
 * them, a scan every 3 seconds each, are 30 × 20 = 600 a minute. Guessing is hopeless without any limit: of 2^128
 * tokens 5,000 may be good, so that 600 a minute from a million addresses at once find one in 2^128 / 5,000 / 6·10^8
 * minutes, some 10^20 years. The limit is there for the database: a program that asks without end is told to wait.
 */
export const LOOKS = { max: 600, windowMs: MINUTE }

/**
 * Where a card's code leads. Not kept in any cache (it has no `cache`), so that a membership that ends is not valid at
 * the next look; not to be indexed. It says name, season, valid or not, and nothing else.
 */
export const verifyRoute = route({
  path: `${VERIFY}/:token`,
  access: anyone,
  limitReads: LOOKS,
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
