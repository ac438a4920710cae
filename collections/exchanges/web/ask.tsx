import { z } from 'zod'
import type { PersonCard } from '@/collections/members/contract'
import { findBySlug, searchPeople } from '@/collections/members/service'
import { readBalanceOf } from '@/collections/ts/service/readBalance'
import { activeMember } from '@/core/access'
import { newId } from '@/core/ids'
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
  EmptyState,
  Form,
  Notice,
  Page,
  PageHeading,
  PersonLine,
  SearchBox,
  Section,
  Stack,
  TextArea,
  TextInput,
} from '@/ui'
import { GUIDE, isAmount, isHours, MAX_AMOUNT } from '../domain/terms'
import { type Texts, texts } from '../i18n'
import { askHelp } from '../service'
import { exchangeHref } from './actRoutes'

/** `/entraide/demander`: first whom (a search), then what (`?a=<slug>`). Works without script. */
export const askRoute = route({ path: '/entraide/demander', access: activeMember, get: start, post: send })

async function start(ctx: RouteContext): Promise<Reply> {
  const slug = ctx.url.searchParams.get('a')
  const helper = slug ? await findBySlug(ctx.app, slug) : null
  return helper && helper.id !== ctx.who?.id ? form(ctx, helper, blankForm()) : choose(ctx)
}

async function choose(ctx: RouteContext): Promise<Reply> {
  const t = texts(ctx.lang)
  const asked = (ctx.url.searchParams.get('q') ?? '').trim().slice(0, 100)
  const people = (await searchPeople(ctx.app, asked, 21)).filter((p) => p.id !== ctx.who?.id).slice(0, 20)
  return page({
    title: t.form.title,
    layout: 'extranet',
    breadcrumbs: [{ label: t.title, href: '/entraide' }, { label: t.form.title }],
    current: '/entraide',
    view: <Choose {...{ t, asked, people }} />,
  })
}

function Choose({ t, asked, people }: { t: Texts; asked: string; people: PersonCard[] }) {
  return (
    <Page>
      <PageHeading title={t.form.chooseTitle} lead={t.form.chooseLead} />
      <SearchBox action="/entraide/demander" label={t.form.search} value={asked} />
      {people.length === 0 ? (
        <EmptyState title={t.form.none}>{t.form.noneHint}</EmptyState>
      ) : (
        <Section
          title={asked ? t.form.found : t.form.suggestions}
          action={!asked && <a href="/annuaire">{t.form.everyone}</a>}
        >
          <Stack>
            {people.map((person) => (
              <PersonLine
                key={person.id}
                name={person.name}
                src={person.portrait}
                note={person.headline}
                href={`/annuaire/${person.slug}`}
                end={
                  <ButtonLink
                    small
                    href={`/entraide/demander?a=${encodeURIComponent(person.slug)}`}
                    label={t.form.chooseWhom(person.name)}
                  >
                    {t.form.choose}
                  </ButtonLink>
                }
              />
            ))}
          </Stack>
        </Section>
      )}
    </Page>
  )
}

async function form(ctx: RouteContext, helper: PersonCard, state: FormState): Promise<Reply> {
  const t = texts(ctx.lang)
  const balance = await readBalanceOf(ctx.app, ctx.who?.id ?? '')
  return page({
    title: t.form.to(helper.name),
    layout: 'extranet',
    status: Object.keys(state.errors).length > 0 ? 422 : 200,
    breadcrumbs: [
      { label: t.title, href: '/entraide' },
      { label: t.form.title, href: '/entraide/demander' },
      { label: helper.name },
    ],
    current: '/entraide',
    // A form shown again after a refusal carries a new key: it is another request.
    view: (
      <Ask {...{ t, helper, state }} available={Math.max(0, balance?.available ?? 0)} formKey={newId()} />
    ),
  })
}

type AskProps = { t: Texts; helper: PersonCard; state: FormState; available: number; formKey: string }

function Ask({ t, helper, state, available, formKey }: AskProps) {
  return (
    <Page width="text">
      <PageHeading title={t.form.to(helper.name)} />
      <Stack>
        <PersonLine
          name={helper.name}
          src={helper.portrait}
          note={helper.headline}
          href={`/annuaire/${helper.slug}`}
        />
        <p>
          <a href="/entraide/demander">{t.form.other}</a>
        </p>
        <Notice>{available > 0 ? t.form.funds(available) : t.form.noFunds}</Notice>
      </Stack>
      <Form
        action="/entraide/demander"
        errors={state.errors}
        values={state.values}
        hidden={{ a: helper.slug, cle: formKey }}
      >
        <TextInput name="objet" label={t.form.subject} hint={t.form.subjectHint} maxLength={120} />
        <TextArea name="besoin" label={t.form.need} hint={t.form.needHint} rows={6} maxLength={4000} />
        <TextInput
          name="heures"
          label={t.form.hours}
          hint={t.form.hoursHint}
          size="short"
          unit="h"
          inputMode="decimal"
          value={GUIDE.hours}
        />
        <TextInput
          name="ts"
          label={t.form.amount}
          hint={t.form.amountHint}
          size="short"
          unit="TS"
          inputMode="numeric"
          value={GUIDE.amount}
        />
        <Actions>
          <Button note={t.form.sendNote}>{t.form.send(helper.name)}</Button>
          <ButtonLink kind="quiet" href="/entraide">
            {t.form.back}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  )
}

const schema = (t: Texts['form']['errors']) =>
  z.object({
    a: z.string().max(200).default(''),
    cle: z.uuid(),
    objet: z.string(t.title).trim().min(3, t.title).max(120, t.title),
    besoin: z.string(t.need).trim().min(10, t.need).max(4000, t.need),
    // « 1,5 » as French writes it, and 1.5.
    heures: z
      .string(t.hours)
      .transform((s) => Number(s.trim().replace(',', '.')))
      .refine(isHours, t.hours),
    ts: z
      .string(t.amount(MAX_AMOUNT))
      .transform((s) => Number(s.trim() || 'nothing'))
      .refine(isAmount, t.amount(MAX_AMOUNT)),
  })

async function send(ctx: RouteContext): Promise<Reply> {
  const t = texts(ctx.lang)
  const read = await ctx.read(schema(t.form.errors))
  const slug = read.state.values.a
  const helper = typeof slug === 'string' ? await findBySlug(ctx.app, slug) : null
  if (!helper || !ctx.who) return redirect('/entraide/demander')
  if (!read.ok) return form(ctx, helper, read.state)
  const asked = await askHelp(ctx.app, {
    who: ctx.who,
    helper: helper.id,
    title: read.data.objet,
    need: read.data.besoin,
    hours: read.data.heures,
    amount: read.data.ts,
    formKey: read.data.cle,
  })
  if (!asked.ok) return form(ctx, helper, withError(read.state, '', ctx.reason(asked)))
  return redirect(exchangeHref(asked.value.id), { kind: 'success', text: t.form.sent(helper.name) })
}
