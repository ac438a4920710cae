import { serialize } from 'cookie'
import { z } from 'zod'
import { anyone } from '@/core/access'
import { MINUTE } from '@/core/clock'
import {
  blankForm,
  type FormState,
  landingOf,
  page,
  type Reply,
  type RouteContext,
  redirect,
  route,
  withError,
} from '@/hooks'
import { Actions, Button, ButtonLink, Form, Page, PageHeading, PasswordInput, TextInput } from '@/ui'
import { COOKIE } from '../collections'
import { texts } from '../i18n'
import { resetPassword, sendPasswordLink } from '../service/passwords'
import { endSignIn, SIGN_IN_LASTS, signIn } from '../service/signIn'
import { deviceName } from './device'

/** By address, behind which there may be a whole office; an account is locked after a few wrong tries besides. */
const LIMIT = { max: 60, windowMs: 10 * MINUTE }

/** The cookie of a sign-in. Lax, so that links in mails open signed in. */
const cookie = (ctx: RouteContext, token: string, maxAge: number) =>
  serialize(COOKIE, token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: ctx.app.settings.publicUrl.startsWith('https:'),
    maxAge,
  })

const backOf = (ctx: RouteContext): string => {
  const to = ctx.url.searchParams.get('suite') ?? ''
  return /^\/(?![/\\])/.test(to) ? to : ''
}

function showSignIn(ctx: RouteContext, form: FormState, status = 200): Reply {
  const t = texts(ctx.lang).signIn
  const back = backOf(ctx)
  return page({
    title: t.title,
    status,
    view: (
      <Page width="text">
        <PageHeading title={t.title} lead={t.lead} />
        <Form
          action={`/connexion${back ? `?suite=${encodeURIComponent(back)}` : ''}`}
          values={form.values}
          errors={form.errors}
        >
          <TextInput name="email" type="email" autoComplete="username" label={t.email} />
          <PasswordInput name="password" purpose="current" label={t.password} />
          <Actions>
            <Button>{t.submit}</Button>
            <ButtonLink kind="quiet" href="/mot-de-passe">
              {t.forgotten}
            </ButtonLink>
          </Actions>
        </Form>
        <p>
          {t.notMember} <a href="/adhesion">{t.join}</a>
        </p>
      </Page>
    ),
  })
}

export const signInRoute = route({
  path: '/connexion',
  access: anyone,
  limit: LIMIT,
  get: async (ctx) => (ctx.who ? redirect(landingOf(ctx.app, ctx.who)) : showSignIn(ctx, blankForm())),
  post: async (ctx) => {
    const form = await ctx.read(z.object({ email: z.email(), password: z.string().min(1).max(500) }))
    // What was typed as a password never goes back into a page.
    const state = { ...form.state, values: { email: form.state.values.email ?? '' } }
    if (!form.ok) return showSignIn(ctx, state, 422)
    const result = await signIn(ctx.app, { ...form.data, device: deviceName(ctx.userAgent, ctx.lang) })
    if (!result.ok) return showSignIn(ctx, withError(state, '', ctx.reason(result)), 422)
    return {
      type: 'redirect',
      to: backOf(ctx) || '/connexion',
      cookies: [cookie(ctx, result.value.token, SIGN_IN_LASTS / 1000)],
    }
  },
})

export const signOutRoute = route({
  path: '/deconnexion',
  access: anyone,
  get: async (ctx) => {
    const t = texts(ctx.lang).signIn
    return page({
      title: t.outTitle,
      view: (
        <Page width="text">
          <PageHeading title={t.outTitle} lead={t.outText} />
          <Form action="/deconnexion">
            <Button>{t.outSubmit}</Button>
          </Form>
        </Page>
      ),
    })
  },
  post: async (ctx) => {
    if (ctx.who?.signIn) await endSignIn(ctx.app, ctx.who.id, ctx.who.signIn)
    return {
      type: 'redirect',
      to: '/',
      flash: { kind: 'success', text: texts(ctx.lang).signIn.out },
      cookies: [cookie(ctx, '', 0)],
    }
  },
})

function showForgotten(ctx: RouteContext, form: FormState, status = 200): Reply {
  const t = texts(ctx.lang)
  return page({
    title: t.forgotten.title,
    status,
    view: (
      <Page width="text">
        <PageHeading title={t.forgotten.title} lead={t.forgotten.lead} />
        <Form action="/mot-de-passe" values={form.values} errors={form.errors}>
          <TextInput name="email" type="email" autoComplete="email" label={t.signIn.email} />
          <Button>{t.forgotten.submit}</Button>
        </Form>
      </Page>
    ),
  })
}

export const forgottenRoute = route({
  path: '/mot-de-passe',
  access: anyone,
  limit: { max: 10, windowMs: 10 * MINUTE },
  get: async (ctx) => showForgotten(ctx, blankForm()),
  post: async (ctx) => {
    const form = await ctx.read(z.object({ email: z.email() }))
    if (!form.ok) return showForgotten(ctx, form.state, 422)
    await sendPasswordLink(ctx.app, form.data.email)
    return redirect('/connexion', { kind: 'info', text: texts(ctx.lang).forgotten.sent })
  },
})

function showNewPassword(ctx: RouteContext, form: FormState, status = 200): Reply {
  const t = texts(ctx.lang).newPassword
  return page({
    title: t.title,
    status,
    view: (
      <Page width="text">
        <PageHeading title={t.title} lead={t.lead} />
        <Form action={ctx.url.pathname} errors={form.errors}>
          <PasswordInput name="password" purpose="new" label={t.label} hint={t.hint} />
          <Button>{t.submit}</Button>
        </Form>
      </Page>
    ),
  })
}

export const newPasswordRoute = route({
  path: '/mot-de-passe/:token',
  access: anyone,
  limit: { max: 20, windowMs: 10 * MINUTE },
  get: async (ctx) => showNewPassword(ctx, blankForm()),
  post: async (ctx) => {
    const form = await ctx.read(z.object({ password: z.string().min(1).max(500) }))
    if (!form.ok) return showNewPassword(ctx, { values: {}, errors: form.state.errors }, 422)
    const result = await resetPassword(ctx.app, ctx.params.token ?? '', form.data.password)
    if (!result.ok) {
      const field = result.reason.startsWith('password.') ? 'password' : ''
      return showNewPassword(ctx, withError(blankForm(), field, ctx.reason(result)), 422)
    }
    return redirect('/connexion', { kind: 'success', text: texts(ctx.lang).newPassword.done })
  },
})

export const signInRoutes = [signInRoute, signOutRoute, forgottenRoute, newPasswordRoute]
