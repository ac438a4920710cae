import { z } from 'zod'
import { readPeople } from '@/collections/members/service'
import { staffFor } from '@/core/access'
import { newId } from '@/core/ids'
import {
  blankForm,
  type FormState,
  notFound,
  page,
  type Reply,
  type RouteContext,
  redirect,
  route,
  withError,
} from '@/hooks'
import { Actions, Button, ButtonLink, Form, Page, PageHeading, TextArea, TextInput } from '@/ui'
import { isAccountKey, isPool } from '../domain/accountKeys'
import { type Texts, texts } from '../i18n'
import { changeLimits } from '../service/changeLimits'
import { personOfAccount } from '../service/openMemberAccount'
import { readBalance } from '../service/readBalance'
import { accountHref } from './desk'
import { accountName } from './lines'

/** `/bureau/ts/:account/limites`: another lowest or highest balance for one member, with a reason. */
export const limitsRoute = route({
  path: '/bureau/ts/:account/limites',
  access: staffFor('ledger'),
  get: (ctx) => show(ctx, null),
  post: change,
})

async function show(ctx: RouteContext, sent: FormState | null): Promise<Reply> {
  const t = texts(ctx.lang)
  const account = ctx.params.account ?? ''
  if (!isAccountKey(account) || isPool(account)) return notFound()
  const balance = await readBalance(ctx.app, account)
  if (!balance) return notFound()
  const people = await readPeople(ctx.app, [personOfAccount(account)])
  const name = accountName(account, people, t)
  const state =
    sent ?? blankForm({ min: String(balance.min), max: balance.max === null ? '' : String(balance.max) })
  return page({
    title: t.limits.title,
    layout: 'extranet',
    status: sent ? 422 : 200,
    breadcrumbs: [
      { label: t.desk.title, href: '/bureau/ts' },
      { label: name, href: accountHref(account) },
      { label: t.limits.title },
    ],
    current: '/bureau/ts',
    view: <Limits {...{ t, account, state, name }} formKey={newId()} />,
  })
}

function Limits(props: { t: Texts; account: string; state: FormState; name: string; formKey: string }) {
  const { t, account, state } = props
  return (
    <Page width="text">
      <PageHeading title={t.limits.title} kicker={props.name} lead={t.limits.lead} />
      <Form
        action={`${accountHref(account)}/limites`}
        errors={state.errors}
        values={state.values}
        hidden={{ cle: props.formKey }}
      >
        <TextInput
          name="min"
          label={t.limits.min}
          hint={t.limits.minHint}
          size="short"
          unit="TS"
          inputMode="numeric"
        />
        <TextInput
          name="max"
          label={t.limits.max}
          hint={t.limits.maxHint}
          size="short"
          unit="TS"
          inputMode="numeric"
          optional
        />
        <TextArea name="motif" label={t.limits.reason} rows={3} maxLength={500} />
        <Actions>
          <Button>{t.limits.confirm}</Button>
          <ButtonLink kind="quiet" href={accountHref(account)}>
            {t.correct.back}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  )
}

const schema = (t: Texts['limits']['errors']) =>
  z.object({
    cle: z.uuid(),
    min: z
      .string(t.min)
      .trim()
      .regex(/^[-−]?\d{1,9}$/, t.min)
      .transform((s) => Number(s.replace('−', '-'))),
    max: z
      .string()
      .trim()
      .regex(/^(\d{1,9})?$/, t.max)
      .transform((s) => (s === '' ? null : Number(s))),
    motif: z.string(t.reason).trim().min(5, t.reason).max(500, t.reason),
  })

async function change(ctx: RouteContext): Promise<Reply> {
  const t = texts(ctx.lang)
  const form = await ctx.read(schema(t.limits.errors))
  if (!form.ok) return show(ctx, form.state)
  const account = ctx.params.account ?? ''
  if (!ctx.who || !isAccountKey(account)) return notFound()
  const { min, max, motif, cle } = form.data
  const done = await changeLimits(ctx.app, { who: ctx.who, account, min, max, reason: motif, formKey: cle })
  if (!done.ok) return show(ctx, withError(form.state, '', ctx.reason(done)))
  return redirect(accountHref(account), { kind: 'success', text: t.limits.done })
}
