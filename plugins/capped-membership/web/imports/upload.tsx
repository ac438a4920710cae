import { z } from 'zod'
import { type FormState, page, type Reply, type RouteContext, redirect, route, withError } from '@/hooks'
import { Button, ButtonLink, EmptyState, FileInput, Form, Page, PageHeading, Section, Select, T } from '@/ui'
import { currentSeason } from '../../domain/season'
import { figureTexts } from '../../i18n/figures'
import { importTexts } from '../../i18n/imports'
import { importsMembers } from '../../service/imports/access'
import { uploadList } from '../../service/imports/uploadList'
import { todayOf } from '../../service/readCounter'
import { allSeasons } from '../../service/rows'
import { SEASONS_PATH } from '../officeAccess'
import { titleOf } from '../seasons/list'
import { IMPORT_PATH, importHref } from './paths'

async function show(ctx: RouteContext, state?: FormState): Promise<Reply> {
  const t = importTexts(ctx.lang)
  const seasons = await allSeasons(ctx.app)
  const now = currentSeason(seasons, todayOf(ctx.app)) ?? seasons[0]
  return page({
    title: t.title,
    layout: 'extranet',
    status: state ? 422 : 200,
    current: SEASONS_PATH,
    breadcrumbs: [{ label: figureTexts(ctx.lang).title, href: SEASONS_PATH }, { label: t.title }],
    view: (
      <Page width="text">
        <PageHeading title={t.title} lead={t.lead} />
        {seasons.length === 0 ? (
          <EmptyState title={t.noSeason} action={<ButtonLink href={SEASONS_PATH}>{t.season}</ButtonLink>} />
        ) : (
          <Form action={IMPORT_PATH} upload errors={state?.errors ?? {}} values={state?.values ?? {}}>
            <FileInput name="file" label={t.file} hint={t.fileHint} accept=".csv,.txt,.tsv,text/csv" />
            <Select
              name="season"
              label={t.season}
              hint={t.seasonHint}
              empty={false}
              value={now?.id}
              options={seasons.map((season) => ({ value: season.id, label: titleOf(season, ctx) }))}
            />
            <Button note={t.uploadNote}>{t.upload}</Button>
          </Form>
        )}
        <Section title={t.what}>
          <ul>
            {t.whatItems.split('\n').map((item) => (
              <li key={item}>
                <T>{item}</T>
              </li>
            ))}
          </ul>
        </Section>
      </Page>
    ),
  })
}

/** `/bureau/importer`: a list is uploaded, and looked at before anything comes of it. */
export const uploadRoute = route({
  path: IMPORT_PATH,
  access: importsMembers,
  get: (ctx) => show(ctx),
  post: async (ctx) => {
    const form = await ctx.read(z.object({ season: z.string().max(64) }))
    if (!form.ok || !ctx.who) return show(ctx, form.state)
    const file = ctx.files.find((f) => f.field === 'file')
    if (!file) return show(ctx, withError(form.state, 'file', importTexts(ctx.lang).fileMissing))
    const kept = await uploadList(ctx.app, { file, season: form.data.season, by: ctx.who })
    if (!kept.ok) {
      const field = kept.reason === 'season.unknown' ? 'season' : 'file'
      return show(ctx, withError(form.state, field, ctx.reason(kept)))
    }
    return redirect(importHref(kept.value.id))
  },
})
