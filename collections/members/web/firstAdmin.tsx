import { z } from 'zod'
import { anyone } from '@/core/access'
import { MINUTE } from '@/core/clock'
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
import { Button, Form, Page, PageHeading, PasswordInput, TextInput } from '@/ui'
import { texts } from '../i18n'
import { createFirstAdmin } from '../service/firstAdmin'

function show(ctx: RouteContext, form: FormState, status = 200): Reply {
  const t = texts(ctx.lang)
  return page({
    title: t.firstAdmin.title,
    status,
    view: (
      <Page width="text">
        <PageHeading title={t.firstAdmin.title} lead={t.firstAdmin.lead} />
        <Form action={ctx.url.pathname} values={form.values} errors={form.errors}>
          <TextInput name="name" autoComplete="name" label={t.firstAdmin.name} />
          <TextInput name="email" type="email" autoComplete="email" label={t.signIn.email} />
          <PasswordInput
            name="password"
            purpose="new"
            label={t.newPassword.label}
            hint={t.newPassword.hint}
          />
          <Button>{t.firstAdmin.submit}</Button>
        </Form>
      </Page>
    ),
  })
}

export const firstAdminRoutes = [
  route({
    path: '/premier-compte/:token',
    access: anyone,
    limit: { max: 20, windowMs: 10 * MINUTE },
    get: async (ctx) => show(ctx, blankForm()),
    post: async (ctx) => {
      const form = await ctx.read(
        z.object({
          name: z.string().trim().min(2).max(80),
          email: z.email(),
          password: z.string().min(1).max(500),
        }),
      )
      const { password: _, ...values } = form.state.values
      const state = { ...form.state, values }
      if (!form.ok) return show(ctx, state, 422)
      const made = await createFirstAdmin(ctx.app, ctx.params.token ?? '', form.data)
      if (!made.ok) {
        const field = made.reason.startsWith('password.')
          ? 'password'
          : made.reason.startsWith('member.')
            ? 'email'
            : ''
        return show(ctx, withError(state, field, ctx.reason(made)), 422)
      }
      return redirect('/connexion', { kind: 'success', text: texts(ctx.lang).firstAdmin.done })
    },
  }),
]
