import { createElement, type ReactNode } from 'react'
import { or, staffFor } from '@/core/access'
import { page, route } from '@/hooks'
import { FilterBar, Page, PageHeading, Section, Select, Snippet, Stack, T } from '@/ui'
import { texts } from '../../i18n'
import { handlesApplications } from '../../service/actor'
import { allSeasons } from '../../service/rows'
import { type Asked, askedOf, THEMES } from './bodies'
import { policiesOf, type Snippets, snippetsOf } from './snippets'

export const EMBED = '/bureau/compteur'
export const embedAccess = or(staffFor('content'), handlesApplications)

const KINDS = ['element', 'frame', 'image', 'json'] as const

/** What is pasted, with what it shows beside it; asked of this very server. */
function Preview({ kind, asked, name }: { kind: keyof Snippets; asked: Asked; name: string }): ReactNode {
  const query = new URLSearchParams({
    lang: asked.lang,
    theme: asked.theme,
    ...(asked.season ? { season: asked.season } : {}),
  })
  if (kind === 'element')
    return createElement(
      'compagnon-compteur',
      { lang: asked.lang, theme: asked.theme, season: asked.season || undefined },
      <a href="/adhesion">{name}</a>,
    )
  if (kind === 'frame')
    return <iframe src={`/widgets/counter?${query}`} title={name} width="340" height="340" loading="lazy" />
  if (kind === 'image')
    // biome-ignore lint/performance/noImgElement: a drawing of our own, as other sites show it
    return <img src={`/widgets/counter.svg?${query}`} alt={name} width="340" loading="lazy" />
  return <a href={`/widgets/counter.json?${query}`}>/widgets/counter.json</a>
}

/** How to show the counter on other sites, for staff. */
export const embedRoute = route({
  path: EMBED,
  access: embedAccess,
  get: async (ctx) => {
    const t = texts(ctx.lang).embed
    const { publicUrl } = ctx.app.settings
    const wished = askedOf(ctx)
    const asked = { ...wished, lang: ctx.url.searchParams.has('lang') ? wished.lang : ctx.lang }
    const seasons = (await allSeasons(ctx.app)).filter((s) => s.state !== 'draft')
    const there = texts(asked.lang).embed
    const snippets = snippetsOf(publicUrl, asked, { link: there.element.inside, name: there.frame.inside })
    const policies = policiesOf(publicUrl)
    return page({
      title: t.title,
      layout: 'extranet',
      islands: ['copy'],
      view: (
        <Page>
          <Stack>
            <PageHeading title={t.title} lead={t.lead} />
            <FilterBar action={EMBED} label={t.choose} act={t.show}>
              <Select
                name="lang"
                label={t.lang}
                value={asked.lang}
                empty={false}
                options={(['fr', 'en'] as const).map((value) => ({ value, label: t.langs[value] }))}
              />
              <Select
                name="theme"
                label={t.theme}
                value={asked.theme}
                empty={false}
                options={THEMES.map((value) => ({ value, label: t.themes[value] }))}
              />
              <Select
                name="season"
                label={t.season}
                value={asked.season}
                empty={t.current}
                options={seasons.map((s) => ({
                  value: s.slug,
                  label: ctx.lang === 'en' ? s.titleEn : s.titleFr,
                }))}
              />
            </FilterBar>
            {KINDS.map((kind) => (
              <Section key={kind} title={t[kind].title} lead={t[kind].text}>
                <div className="embed">
                  <Snippet copy={t.copy} copied={t.copied}>
                    {snippets[kind]}
                  </Snippet>
                  <figure className="embed__preview">
                    <figcaption>
                      <T>{t.preview}</T>
                    </figcaption>
                    <Preview kind={kind} asked={asked} name={there.frame.inside} />
                  </figure>
                </div>
              </Section>
            ))}
            <Section title={t.policy.title} lead={t.policy.text}>
              <Stack>
                <dl className="facts embed__policies">
                  {KINDS.map((kind) => (
                    <div key={kind} className="facts__item">
                      <dt>
                        <T>{t[kind].title}</T>
                      </dt>
                      <dd>
                        <code>{policies[kind]}</code>
                      </dd>
                    </div>
                  ))}
                </dl>
                <p>
                  <T>{t.privacy}</T>
                </p>
              </Stack>
            </Section>
            <script async src="/widgets/counter.js" />
          </Stack>
        </Page>
      ),
    })
  },
})
