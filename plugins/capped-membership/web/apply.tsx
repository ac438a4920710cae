import { anyone } from '@/core/access'
import { HOUR } from '@/core/clock'
import { formatDate } from '@/core/dates'
import type { Person } from '@/core/person'
import {
  blankForm,
  type FormState,
  page,
  type Reply,
  type RouteContext,
  redirect,
  route,
  withError,
} from '@/hooks'
import { Actions, ButtonLink, Form, Illustration, Page, PageHeading, Prose, Section, T } from '@/ui'
import { texts } from '../i18n'
import { applicationTexts } from '../i18n/applications'
import { readApplicationSettings } from '../service/applicationSettings'
import { keepDraft } from '../service/drafts/keepDraft'
import { FORM_PATH } from '../service/links'
import { readCurrentSeason } from '../service/readCounter'
import { submitApplication } from '../service/submitApplication'
import {
  ApplicationFields,
  answersSchema,
  applicationSchema,
  draftAnswersSchema,
  draftSchema,
  gestureSchema,
  ticks,
} from './drafts/fields'
import { KEPT, SENT } from './drafts/routes'

const THANKS = `${FORM_PATH}/merci`

async function showForm(ctx: RouteContext, form: FormState, status = 200): Promise<Reply> {
  const t = texts(ctx.lang)
  const current = await readCurrentSeason(ctx.app)
  if (current?.phase !== 'open') return showNotOpen(ctx, current?.season.opensOn ?? null, current?.phase)
  const f = t.form
  const { draftDays } = await readApplicationSettings(ctx.app)
  return page({
    title: f.title,
    status,
    current: '/adhesion',
    breadcrumbs: [{ label: t.about.title, href: '/adhesion' }, { label: f.title }],
    view: (
      <Page width="text">
        <PageHeading title={f.title} lead={f.lead} />
        <Form action={FORM_PATH} values={form.values} errors={form.errors}>
          <ApplicationFields ctx={ctx} address={ctx.who?.email} draftDays={draftDays} />
        </Form>
      </Page>
    ),
  })
}

function showNotOpen(ctx: RouteContext, opensOn: string | null, phase: string | undefined): Reply {
  const t = texts(ctx.lang)
  const text =
    phase === 'upcoming' && opensOn
      ? t.counter.upcoming(formatDate(opensOn, ctx.lang))
      : phase === 'closed'
        ? t.counter.closed
        : t.counter.none
  return page({
    title: t.form.notOpen,
    current: '/adhesion',
    view: (
      <Page width="text">
        <PageHeading title={t.form.notOpen} lead={text} />
        <ButtonLink href="/adhesion">{t.form.back}</ButtonLink>
      </Page>
    ),
  })
}

/** Kept, and its link sent to the address: the answer is the same whatever we know of it. */
async function keep(ctx: RouteContext): Promise<Reply> {
  const form = await ctx.read(ctx.who ? draftAnswersSchema : draftSchema)
  if (!form.ok) return showForm(ctx, form.state, 422)
  const email = ctx.who?.email ?? ('email' in form.data ? String(form.data.email) : '')
  const answers = { ...form.data, ...ticks(form.data) }
  const kept = await keepDraft(ctx.app, { email, lang: ctx.lang, purpose: 'draft', answers })
  return kept.ok ? redirect(KEPT) : showForm(ctx, withError(form.state, '', ctx.reason(kept)), 422)
}

/** Signed in, the address is proven: filed at once. */
async function fileOwn(ctx: RouteContext, who: Person): Promise<Reply> {
  const form = await ctx.read(answersSchema)
  if (!form.ok) return showForm(ctx, form.state, 422)
  const done = await submitApplication(ctx.app, {
    ...form.data,
    ...ticks(form.data),
    email: who.email,
    lang: ctx.lang,
    who,
  })
  return done.ok ? redirect(THANKS) : showForm(ctx, withError(form.state, '', ctx.reason(done)), 422)
}

export const applyRoute = route({
  path: FORM_PATH,
  access: anyone,
  limit: { max: 10, windowMs: HOUR },
  get: async (ctx) => showForm(ctx, blankForm()),
  post: async (ctx) => {
    const gesture = await ctx.read(gestureSchema)
    if (gesture.ok && gesture.data.geste === 'garder') return keep(ctx)
    if (ctx.who) return fileOwn(ctx, ctx.who)
    const form = await ctx.read(applicationSchema)
    if (!form.ok) return showForm(ctx, form.state, 422)
    const { email, ...said } = form.data
    const answers = { ...said, ...ticks(said) }
    const kept = await keepDraft(ctx.app, { email, lang: ctx.lang, purpose: 'confirm', answers })
    if (kept.ok)
      return redirect(SENT, { kind: 'info', text: applicationTexts(ctx.lang).confirm.sentTo(email) })
    return showForm(ctx, withError(form.state, '', ctx.reason(kept)), 422)
  },
})

export const thanksRoute = route({
  path: THANKS,
  access: anyone,
  get: async (ctx) => {
    const t = texts(ctx.lang).thanks
    return page({
      title: t.title,
      current: '/adhesion',
      view: (
        <Page width="text">
          <PageHeading title={t.title} lead={t.lead} />
          <Illustration name="joined" width={180} />
          <Section title={t.next}>
            <Prose>
              <ol>
                {t.items.split('\n').map((item) => (
                  <li key={item}>
                    <T>{item}</T>
                  </li>
                ))}
              </ol>
            </Prose>
            <Actions>
              {ctx.who ? (
                <ButtonLink kind="main" href="/ma-candidature">
                  {texts(ctx.lang).about.myFile}
                </ButtonLink>
              ) : (
                <>
                  <ButtonLink kind="main" href="/mot-de-passe">
                    {texts(ctx.lang).mails.received.passwordAct}
                  </ButtonLink>
                  <ButtonLink kind="quiet" href="/">
                    {t.act}
                  </ButtonLink>
                </>
              )}
            </Actions>
          </Section>
        </Page>
      ),
    })
  },
})
