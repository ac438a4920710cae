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
import { Actions, Button, ButtonLink, DefinitionList, Form, Page, PageHeading, TextArea } from '@/ui'
import type { Row } from '../contract'
import { isAccountKey } from '../domain/accountKeys'
import { type Texts, texts } from '../i18n'
import { ledgerStoreOf } from '../service/ledgerOf'
import { personOfAccount } from '../service/openMemberAccount'
import { reverseMovement } from '../service/reverseMovement'
import { accountHref } from './desk'
import { accountName, type Line, linesOf } from './lines'
import { Movements } from './Movements'

/** `/bureau/ts/:account/corriger`: says what a correction does, asks why, then writes the reversal. */
export const correctRoute = route({
  path: '/bureau/ts/:account/corriger',
  access: staffFor('ledger'),
  get: (ctx) => show(ctx, ctx.url.searchParams.get('ecriture') ?? '', blankForm()),
  post: correct,
})

async function show(ctx: RouteContext, original: string, state: FormState, status = 200): Promise<Reply> {
  const t = texts(ctx.lang)
  const account = ctx.params.account ?? ''
  const row = await ledgerStoreOf(ctx.app).find('key', original)
  if (!isAccountKey(account) || !row || row.kind === 'refused') return notFound()
  const people = await readPeople(ctx.app, [
    personOfAccount(row.debit),
    personOfAccount(row.credit),
    personOfAccount(account),
  ])
  const [line] = row.batch ? [] : await linesOf(ctx.app, account, [row], ctx.lang, ctx.who)
  const name = (key: string) => accountName(key, people, t)
  return page({
    title: t.correct.title,
    layout: 'extranet',
    status,
    breadcrumbs: [
      { label: t.desk.title, href: '/bureau/ts' },
      { label: name(account), href: accountHref(account) },
      { label: t.correct.title },
    ],
    current: '/bureau/ts',
    view: <Correct {...{ t, account, row, state }} line={line} name={name} formKey={newId()} />,
  })
}

type Props = {
  t: Texts
  account: string
  row: Row
  line: Line | undefined
  state: FormState
  name: (account: string) => string
  formKey: string
}

function Correct({ t, account, row, line, state, name, formKey }: Props) {
  const consequence = row.batch
    ? t.correct.group(row.legs ?? 0)
    : t.correct.result(row.amount, name(row.credit), name(row.debit))
  return (
    <Page width="text">
      <PageHeading title={t.correct.title} lead={t.correct.lead} />
      {line && <Movements lines={[line]} t={t} captionHidden />}
      <DefinitionList items={[{ term: t.correct.what, value: consequence }]} />
      <Form
        action={`${accountHref(account)}/corriger`}
        errors={state.errors}
        values={state.values}
        hidden={{ ecriture: row.key, cle: formKey }}
      >
        <TextArea
          name="motif"
          label={t.correct.reason}
          hint={t.correct.reasonHint}
          rows={3}
          maxLength={500}
        />
        <Actions>
          <Button kind="danger" note={t.correct.note}>
            {t.correct.confirm}
          </Button>
          <ButtonLink kind="quiet" href={accountHref(account)}>
            {t.correct.back}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  )
}

async function correct(ctx: RouteContext): Promise<Reply> {
  const t = texts(ctx.lang)
  const form = await ctx.read(
    z.object({
      ecriture: z.string().max(400).default(''),
      cle: z.uuid(),
      motif: z
        .string(t.correct.errors.reason)
        .trim()
        .min(5, t.correct.errors.reason)
        .max(500, t.correct.errors.reason),
    }),
  )
  const original = String(form.state.values.ecriture ?? '')
  if (!form.ok) return show(ctx, original, form.state, 422)
  const account = ctx.params.account ?? ''
  if (!ctx.who || !isAccountKey(account)) return notFound()
  const done = await reverseMovement(ctx.app, {
    who: ctx.who,
    original: form.data.ecriture,
    account,
    reason: form.data.motif,
    formKey: form.data.cle,
  })
  if (!done.ok) return show(ctx, original, withError(form.state, '', ctx.reason(done)), 422)
  return redirect(accountHref(account), { kind: 'success', text: t.correct.done })
}
