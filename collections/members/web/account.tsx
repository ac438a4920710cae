import { z } from 'zod'
import { anyone, signedIn } from '@/core/access'
import { MINUTE } from '@/core/clock'
import type { Person } from '@/core/person'
import {
  blankForm,
  type FormState,
  forbidden,
  notFound,
  page,
  type Reply,
  type RouteContext,
  redirect,
  route,
  withError,
} from '@/hooks'
import {
  Button,
  ButtonLink,
  DataTable,
  DateText,
  Form,
  Page,
  PageHeading,
  PasswordInput,
  PostButton,
  Section,
  Select,
  TextInput,
} from '@/ui'
import { texts } from '../i18n'
import { askEmailChange, confirmEmailChange } from '../service/emailChange'
import { changePassword } from '../service/passwords'
import { endAllSignIns, endSignIn, listSignIns, type SignInRow } from '../service/signIn'
import { readLeaving } from '../service/staffActs'
import { setLanguage } from '../service/updateProfile'

const PATH = '/moi/compte'
const LIMIT = { max: 20, windowMs: 10 * MINUTE }

type Forms = { password?: FormState; email?: FormState }

async function showAccount(ctx: RouteContext, forms: Forms = {}, status = 200): Promise<Reply> {
  const { who } = ctx
  if (!who) return forbidden()
  const t = texts(ctx.lang).account
  const [signIns, leaving] = await Promise.all([listSignIns(ctx.app, who.id), readLeaving(ctx.app, who.id)])
  const password = forms.password ?? blankForm()
  const email = forms.email ?? blankForm()
  return page({
    title: t.title,
    layout: 'extranet',
    status,
    view: (
      <Page width="text">
        <PageHeading title={t.title} />
        <Section title={t.signIns} lead={t.signInsLead}>
          <SignIns rows={signIns} who={who} lang={ctx.lang} />
        </Section>
        <Section title={t.password} id="mot-de-passe">
          <Form id="mdp" action={`${PATH}/mot-de-passe`} errors={password.errors}>
            <PasswordInput name="present" purpose="current" label={t.present} />
            <PasswordInput
              name="wanted"
              purpose="new"
              label={texts(ctx.lang).newPassword.label}
              hint={texts(ctx.lang).newPassword.hint}
            />
            <Button kind="secondary">{t.changePassword}</Button>
          </Form>
        </Section>
        <Section title={t.email} id="adresse" lead={t.emailNow(who.email)}>
          <Form id="adr" action={`${PATH}/adresse`} errors={email.errors} values={email.values}>
            <TextInput name="email" type="email" autoComplete="email" label={t.newEmail} hint={t.emailHint} />
            <Button kind="secondary">{t.changeEmail}</Button>
          </Form>
        </Section>
        <Section title={t.language} id="langue">
          <Form id="lng" action={`${PATH}/langue`} inline>
            <Select
              name="lang"
              label={t.language}
              labelHidden
              empty={false}
              value={who.lang}
              options={[
                { value: 'fr', label: t.french },
                { value: 'en', label: t.english },
              ]}
            />
            <Button kind="secondary">{t.languageSubmit}</Button>
          </Form>
        </Section>
        {leaving && (
          <Section title={leaving.title[ctx.lang]} id="depart" lead={leaving.lead[ctx.lang]}>
            <ButtonLink href={leaving.own}>{leaving.label[ctx.lang]}</ButtonLink>
          </Section>
        )}
      </Page>
    ),
  })
}

function SignIns({ rows, who, lang }: { rows: SignInRow[]; who: Person; lang: 'fr' | 'en' }) {
  const t = texts(lang).account
  return (
    <>
      <DataTable
        caption={t.signIns}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'device',
            label: t.device,
            heading: true,
            cell: (row) => (row.id === who.signIn ? `${row.device} (${t.thisDevice})` : row.device),
          },
          { key: 'seen', label: t.lastSeen, cell: (row) => <DateText at={row.lastSeenAt} /> },
          { key: 'since', label: t.since, cell: (row) => <DateText at={row.startedAt} as="date" /> },
          {
            key: 'end',
            label: t.close,
            labelHidden: true,
            cell: (row) =>
              row.id === who.signIn ? null : (
                <PostButton
                  small
                  action={`${PATH}/connexions/${row.id}/fermer`}
                  label={t.closeOne(row.device)}
                >
                  {t.close}
                </PostButton>
              ),
          },
        ]}
      />
      {rows.length > 1 && <PostButton action={`${PATH}/connexions/fermer`}>{t.closeOthers}</PostButton>}
    </>
  )
}

const accountRoute = route({ path: PATH, access: signedIn, get: (ctx) => showAccount(ctx) })

const passwordRoute = route({
  path: `${PATH}/mot-de-passe`,
  access: signedIn,
  limit: LIMIT,
  get: async () => redirect(PATH),
  post: async (ctx) => {
    const form = await ctx.read(
      z.object({ present: z.string().min(1).max(500), wanted: z.string().min(1).max(500) }),
    )
    const blank = { values: {}, errors: form.state.errors }
    if (!form.ok || !ctx.who) return showAccount(ctx, { password: blank }, 422)
    const result = await changePassword(ctx.app, {
      person: ctx.who.id,
      ...form.data,
      ...(ctx.who.signIn ? { keep: ctx.who.signIn } : {}),
    })
    if (!result.ok) {
      const field = result.reason.startsWith('password.') ? 'wanted' : 'present'
      return showAccount(ctx, { password: withError(blank, field, ctx.reason(result)) }, 422)
    }
    return redirect(PATH, { kind: 'success', text: texts(ctx.lang).account.passwordChanged })
  },
})

const emailRoute = route({
  path: `${PATH}/adresse`,
  access: signedIn,
  limit: LIMIT,
  get: async () => redirect(PATH),
  post: async (ctx) => {
    const form = await ctx.read(z.object({ email: z.email() }))
    if (!form.ok || !ctx.who) return showAccount(ctx, { email: form.state }, 422)
    const result = await askEmailChange(ctx.app, ctx.who.id, form.data.email)
    if (!result.ok)
      return showAccount(ctx, { email: withError(form.state, 'email', ctx.reason(result)) }, 422)
    return redirect(PATH, { kind: 'info', text: texts(ctx.lang).account.emailSent })
  },
})

/** A page with a button, and not the link itself, confirms: mail programs open links to look at them. */
const confirmRoute = route({
  path: '/adresse/:token',
  access: anyone,
  limit: LIMIT,
  get: async (ctx) => {
    const t = texts(ctx.lang).account
    return page({
      title: t.confirmTitle,
      view: (
        <Page width="text">
          <PageHeading title={t.confirmTitle} lead={t.confirmLead} />
          <Form action={ctx.url.pathname}>
            <Button>{t.confirmSubmit}</Button>
          </Form>
        </Page>
      ),
    })
  },
  post: async (ctx) => {
    const result = await confirmEmailChange(ctx.app, ctx.params.token ?? '')
    if (!result.ok) return redirect('/connexion', { kind: 'refusal', text: ctx.reason(result) })
    return redirect(ctx.who ? PATH : '/connexion', {
      kind: 'success',
      text: texts(ctx.lang).account.emailChanged,
    })
  },
})

const languageRoute = route({
  path: `${PATH}/langue`,
  access: signedIn,
  get: async () => redirect(PATH),
  post: async (ctx) => {
    const form = await ctx.read(z.object({ lang: z.enum(['fr', 'en']) }))
    if (!form.ok || !ctx.who) return redirect(PATH)
    await setLanguage(ctx.app, ctx.who.id, form.data.lang)
    return redirect(`/langue/${form.data.lang}?suite=${PATH}`)
  },
})

const endOneRoute = route({
  path: `${PATH}/connexions/:id/fermer`,
  access: signedIn,
  post: async (ctx) => {
    if (!ctx.who || !(await endSignIn(ctx.app, ctx.who.id, ctx.params.id ?? ''))) return notFound()
    return redirect(PATH, { kind: 'success', text: texts(ctx.lang).account.closed })
  },
})

const endOthersRoute = route({
  path: `${PATH}/connexions/fermer`,
  access: signedIn,
  post: async (ctx) => {
    if (!ctx.who) return forbidden()
    const ended = await endAllSignIns(ctx.app, ctx.who.id, 'person', { keep: ctx.who.signIn })
    return redirect(PATH, { kind: 'success', text: texts(ctx.lang).account.othersClosed(ended) })
  },
})

export const accountRoutes = [
  accountRoute,
  passwordRoute,
  emailRoute,
  confirmRoute,
  languageRoute,
  endOneRoute,
  endOthersRoute,
]
