import type { ReactNode } from 'react'
import type { RouteContext } from '@/hooks'
import { Actions, ButtonLink, Section, T } from '@/ui'
import { texts } from '../i18n'
import { readCounter } from '../service/readCounter'
import { SeasonCounter } from './SeasonCounter'

/** On the home page: the season, how many seats are left, one way in. */
export async function homeBlock(ctx: RouteContext): Promise<ReactNode> {
  const read = await readCounter(ctx.app)
  if (!read) return null
  const t = texts(ctx.lang).home
  return (
    <Section title={t.title} id="places">
      <SeasonCounter read={read} lang={ctx.lang} />
      <p>
        <T>{t.text}</T>
      </p>
      <Actions>
        <ButtonLink kind="main" href="/adhesion">
          {t.act}
        </ButtonLink>
      </Actions>
    </Section>
  )
}
