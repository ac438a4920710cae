import { z } from 'zod'
import { anyone } from '@/core/access'
import { HOUR, MINUTE } from '@/core/clock'
import { formatDate } from '@/core/dates'
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
import {
  Actions,
  Button,
  ButtonLink,
  Confirm,
  Form,
  Page,
  PageHeading,
  PostButton,
  Prose,
  Section,
  T,
  TextInput,
} from '@/ui'
import { texts } from '../../i18n'
import { applicationTexts } from '../../i18n/applications'
import { readApplicationSettings } from '../../service/applicationSettings'
import { eraseDraft } from '../../service/drafts/forgetDrafts'
import { resendConfirmation } from '../../service/drafts/keepDraft'
import { fileDraft, saveDraft } from '../../service/drafts/openDraft'
import { type DraftRow, draftOfLink } from '../../service/drafts/rows'
import { draftPath, FORM_PATH } from '../../service/links'
import { ApplicationFields, answersSchema, draftAnswersSchema, gestureSchema, ticks } from './fields'

export const KEPT = `${FORM_PATH}/brouillon`
export const SENT = `${FORM_PATH}/confirmez`
const THANKS = `${FORM_PATH}/merci`
const LIMIT = { max: 30, windowMs: HOUR }

const tokenOf = (ctx: RouteContext): string => ctx.params.token ?? ''

const simple = (title: string, lead: string, href: string, act: string, status = 200): Reply =>
  page({
    title,
    status,
    current: '/adhesion',
    view: (
      <Page width="text">
        <PageHeading title={title} lead={lead} />
        <ButtonLink href={href}>{act}</ButtonLink>
      </Page>
    ),
  })

/** The link of something forgotten: 404, with the way to begin anew. */
function gone(ctx: RouteContext): Reply {
  const t = applicationTexts(ctx.lang).draft
  return simple(t.gone, t.goneText, FORM_PATH, t.goneAct, 404)
}

function filed(ctx: RouteContext): Reply {
  const t = applicationTexts(ctx.lang).draft
  return simple(t.filed, t.filedText, '/ma-candidature', t.filedAct)
}

/** After filing by a link: thanks, or, as the address is proven now, that it is known. */
const afterFiling = (ctx: RouteContext, known: boolean): Reply =>
  known
    ? redirect('/connexion', { kind: 'info', text: applicationTexts(ctx.lang).confirm.known })
    : redirect(THANKS)

const keptRoute = route({
  path: KEPT,
  access: anyone,
  get: async (ctx) => {
    const t = applicationTexts(ctx.lang).draft
    return simple(t.savedTitle, t.savedLead, '/adhesion', texts(ctx.lang).form.back)
  },
})

async function showSent(ctx: RouteContext, form: FormState, status = 200): Promise<Reply> {
  const t = applicationTexts(ctx.lang).confirm
  const { confirmDays } = await readApplicationSettings(ctx.app)
  return page({
    title: t.sentTitle,
    status,
    current: '/adhesion',
    view: (
      <Page width="text">
        <PageHeading title={t.sentTitle} lead={t.sentLead} />
        <Prose>
          <ul>
            {t
              .sentItems(confirmDays)
              .split('\n')
              .map((item) => (
                <li key={item}>
                  <T>{item}</T>
                </li>
              ))}
          </ul>
        </Prose>
        <Section title={t.again} lead={t.againLead}>
          <Form action={SENT} values={form.values} errors={form.errors}>
            <TextInput
              name="email"
              type="email"
              label={texts(ctx.lang).form.email}
              autoComplete="email"
              maxLength={200}
            />
            <Button kind="secondary">{t.againSubmit}</Button>
          </Form>
        </Section>
      </Page>
    ),
  })
}

const sentRoute = route({
  path: SENT,
  access: anyone,
  limit: { max: 10, windowMs: 10 * MINUTE },
  get: (ctx) => showSent(ctx, blankForm()),
  post: async (ctx) => {
    const form = await ctx.read(z.object({ email: z.email('application.email-missing').max(200) }))
    if (!form.ok) return showSent(ctx, form.state, 422)
    await resendConfirmation(ctx.app, form.data.email)
    return redirect(SENT, { kind: 'info', text: applicationTexts(ctx.lang).confirm.againDone })
  },
})

/** One press more, since mail programs open links by themselves. */
const confirmRoute = route({
  path: draftPath('confirm', ':token'),
  access: anyone,
  limit: LIMIT,
  get: async (ctx) => {
    const draft = await draftOfLink(ctx.app, tokenOf(ctx))
    if (!draft) return gone(ctx)
    if (draft.state === 'filed') return filed(ctx)
    const t = applicationTexts(ctx.lang).confirm
    return page({
      title: t.title,
      current: '/adhesion',
      view: (
        <Page width="text">
          <PageHeading title={t.title} lead={t.lead(draft.email)} />
          <Actions>
            <PostButton kind="main" action={ctx.url.pathname} note={texts(ctx.lang).form.submitNote}>
              {t.submit}
            </PostButton>
            <ButtonLink kind="quiet" href={draftPath('draft', tokenOf(ctx))}>
              {t.edit}
            </ButtonLink>
          </Actions>
        </Page>
      ),
    })
  },
  post: async (ctx) => {
    const done = await fileDraft(ctx.app, tokenOf(ctx))
    if (done.ok) return afterFiling(ctx, done.value.known)
    if (done.reason === 'draft.unknown') return gone(ctx)
    // A season closed meanwhile, or a consent missing: the draft's own page says so, and keeps what was written.
    return redirect(draftPath('draft', tokenOf(ctx)), { kind: 'refusal', text: ctx.reason(done) })
  },
})

const valuesOf = (draft: DraftRow): FormState['values'] => ({
  ...Object.fromEntries(
    (['name', 'phone', 'activity', 'skills', 'motives'] as const).map((name) => [name, draft[name] ?? '']),
  ),
  ...(draft.charter ? { charter: 'oui' } : {}),
  ...(draft.privacy ? { privacy: 'oui' } : {}),
})

async function showDraft(ctx: RouteContext, draft: DraftRow, form: FormState, status = 200): Promise<Reply> {
  const t = applicationTexts(ctx.lang).draft
  const { draftDays } = await readApplicationSettings(ctx.app)
  const path = draftPath('draft', tokenOf(ctx))
  return page({
    title: t.title,
    status,
    current: '/adhesion',
    breadcrumbs: [{ label: texts(ctx.lang).about.title, href: '/adhesion' }, { label: t.title }],
    view: (
      <Page width="text">
        <PageHeading
          title={t.title}
          lead={t.lead(formatDate(draft.forgetAt, ctx.lang, ctx.app.settings.timeZone))}
        />
        <Form action={path} values={form.values} errors={form.errors}>
          <ApplicationFields ctx={ctx} address={draft.email} draftDays={draftDays} />
        </Form>
        <Section>
          <Confirm
            label={t.forget}
            question={t.forgetQuestion}
            consequence={t.forgetConsequence}
            confirm={t.forgetConfirm}
            action={`${path}/effacer`}
          />
        </Section>
      </Page>
    ),
  })
}

const draftRoute = route({
  path: draftPath('draft', ':token'),
  access: anyone,
  limit: LIMIT,
  get: async (ctx) => {
    const draft = await draftOfLink(ctx.app, tokenOf(ctx))
    if (!draft) return gone(ctx)
    return draft.state === 'filed' ? filed(ctx) : showDraft(ctx, draft, blankForm(valuesOf(draft)))
  },
  post: async (ctx) => {
    const draft = await draftOfLink(ctx.app, tokenOf(ctx))
    if (!draft) return gone(ctx)
    if (draft.state === 'filed') return filed(ctx)
    const gesture = await ctx.read(gestureSchema)
    if (gesture.ok && gesture.data.geste === 'garder') {
      const some = await ctx.read(draftAnswersSchema)
      if (!some.ok) return showDraft(ctx, draft, some.state, 422)
      const saved = await saveDraft(ctx.app, tokenOf(ctx), { ...some.data, ...ticks(some.data) })
      return saved.ok
        ? redirect(ctx.url.pathname, { kind: 'success', text: applicationTexts(ctx.lang).draft.savedAgain })
        : gone(ctx)
    }
    const form = await ctx.read(answersSchema)
    if (!form.ok) return showDraft(ctx, draft, form.state, 422)
    const done = await fileDraft(ctx.app, tokenOf(ctx), { ...form.data, ...ticks(form.data) })
    if (done.ok) return afterFiling(ctx, done.value.known)
    return done.reason === 'draft.unknown'
      ? gone(ctx)
      : showDraft(ctx, draft, withError(form.state, '', ctx.reason(done)), 422)
  },
})

const eraseRoute = route({
  path: `${draftPath('draft', ':token')}/effacer`,
  access: anyone,
  limit: LIMIT,
  get: async (ctx) => redirect(draftPath('draft', tokenOf(ctx))),
  post: async (ctx) => {
    await eraseDraft(ctx.app, tokenOf(ctx))
    return redirect('/adhesion', { kind: 'success', text: applicationTexts(ctx.lang).draft.forgotten })
  },
})

export const draftRoutes = [keptRoute, sentRoute, confirmRoute, draftRoute, eraseRoute]
