import { z } from 'zod'
import { readPeople } from '@/collections/members/service'
import { listSilent } from '@/collections/members/store/silentPeople'
import { relativeTime } from '@/core/dates'
import { newId } from '@/core/ids'
import { listingOf } from '@/core/listing'
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
  CheckboxGroup,
  EmptyState,
  Form,
  Page,
  PageHeading,
  Pagination,
  Prose,
  Section,
  Stack,
  T,
} from '@/ui'
import { handlesFollowUp } from '../domain/access'
import { mayContact, silentBefore } from '../domain/tasks'
import { texts } from '../i18n'
import { silentBody } from '../mails'
import { contactsOf, MOST_AT_ONCE, readFollowUpSettings } from '../service/contactSilent'
import { startReminders } from '../service/remind'
import { FOLLOW_UP, SILENT } from './paths'

const PAGE_SIZE = 25
const SEND = `${SILENT}/ecrire`
const listing = listingOf({})

/** `/bureau/suivi/silencieux`: members not seen for a while, the longest first; those to write to are ticked. */
async function show(ctx: RouteContext, form: FormState = blankForm()): Promise<Reply> {
  const t = texts(ctx.lang)
  const s = t.silent
  const asked = listing.read(ctx.url.searchParams)
  const { silentDays, contactAgainDays } = await readFollowUpSettings(ctx.app)
  const { rows, total } = await listSilent(ctx.app.payload, {
    before: silentBefore(ctx.now, silentDays),
    without: ctx.who?.id ?? '',
    skip: (asked.page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  })
  if (rows.length === 0 && asked.page > 1) return redirect(listing.href(SILENT, {}))
  const contacted = await contactsOf(
    ctx.app,
    rows.map((row) => row.person),
  )
  const near = (at: string) => relativeTime(at, ctx.now, ctx.lang, ctx.app.settings.timeZone)
  return page({
    title: s.title,
    layout: 'extranet',
    status: Object.keys(form.errors).length > 0 ? 422 : 200,
    current: FOLLOW_UP,
    breadcrumbs: [{ label: t.list.title, href: FOLLOW_UP }, { label: s.title }],
    view: (
      <Page width="text">
        <PageHeading title={s.title} lead={s.lead(silentDays)} />
        {rows.length === 0 ? (
          <EmptyState title={s.empty} action={<ButtonLink href={FOLLOW_UP}>{s.emptyAct}</ButtonLink>}>
            {s.emptyText}
          </EmptyState>
        ) : (
          <Stack>
            <p>{s.count(total)}</p>
            <Form action={SILENT} values={form.values} errors={form.errors}>
              <CheckboxGroup
                name="personnes"
                label={s.choose}
                hint={s.chooseHint(contactAgainDays)}
                options={rows.map((row) => {
                  const last = contacted.get(row.person)?.contactedAt
                  const seen = row.lastSeenAt ? s.lastSeen(near(row.lastSeenAt)) : s.lastSeenNever
                  return {
                    value: row.person,
                    label: row.name,
                    hint: last ? `${seen}, ${s.recently(near(last))}` : seen,
                    disabled: !mayContact(last, ctx.now, contactAgainDays),
                  }
                })}
              />
              <Actions>
                <Button kind="secondary">{s.submit}</Button>
                <Button kind="quiet" name="tous" value="oui">
                  {s.all(total)}
                </Button>
              </Actions>
            </Form>
            <Pagination
              page={asked.page}
              pages={Math.ceil(total / PAGE_SIZE)}
              href={(n) => listing.href(SILENT, { page: n })}
            />
          </Stack>
        )}
      </Page>
    ),
  })
}

/** How many are silent now, beside whoever asks. */
async function countSilent(ctx: RouteContext): Promise<number> {
  const { silentDays } = await readFollowUpSettings(ctx.app)
  const before = silentBefore(ctx.now, silentDays)
  return (await listSilent(ctx.app.payload, { before, without: ctx.who?.id ?? '', skip: 0, limit: 1 })).total
}

const id = z.string().max(64)
/** Some, or all of them: then nobody is named. */
const chosen = z
  .object({
    cle: id.default(''),
    tous: z.string().optional(),
    personnes: z.union([z.array(id).max(MOST_AT_ONCE), id.transform((one) => [one])]).optional(),
  })
  .transform(({ cle, tous, personnes = [] }) => ({ cle, people: tous === 'oui' ? null : personnes }))

/** What will be sent to whom, before it leaves. */
async function ask(ctx: RouteContext, people: string[] | null): Promise<Reply> {
  const t = texts(ctx.lang)
  const s = t.silent
  const names = people ? [...(await readPeople(ctx.app, people)).values()] : []
  const count = people ? names.length : await countSilent(ctx)
  if (count === 0)
    return redirect(SILENT, { kind: 'refusal', text: ctx.reason({ ok: false, reason: 'follow-up.nobody' }) })
  const title = people ? s.confirmTitle(count) : s.allTitle
  const { contactAgainDays } = await readFollowUpSettings(ctx.app)
  return page({
    title,
    layout: 'extranet',
    current: FOLLOW_UP,
    breadcrumbs: [
      { label: t.list.title, href: FOLLOW_UP },
      { label: s.title, href: SILENT },
      { label: title },
    ],
    view: (
      <Page width="text">
        <PageHeading title={title} lead={s.confirmLead} />
        <Stack>
          {people ? (
            <Prose>
              <ul>
                {names.map((person) => (
                  <li key={person.id}>{person.name}</li>
                ))}
              </ul>
            </Prose>
          ) : (
            <p>
              <T>{`${s.allWho(count)} ${s.chooseHint(contactAgainDays)}`}</T>
            </p>
          )}
          <Section title={t.mail.subject}>
            <Prose>{silentBody(ctx.lang, names[0]?.name ?? ctx.who?.name ?? '', '/connexion')}</Prose>
          </Section>
          <Form action={SEND} hidden={{ cle: newId(), ...(people ? {} : { tous: 'oui' }) }}>
            {names.map((person) => (
              <input key={person.id} type="hidden" name="personnes" value={person.id} />
            ))}
            <Actions>
              <Button>{people ? s.confirmSubmit(count) : s.allSubmit}</Button>
              <ButtonLink kind="quiet" href={SILENT}>
                {s.back}
              </ButtonLink>
            </Actions>
          </Form>
        </Stack>
      </Page>
    ),
  })
}

export const silentRoutes = [
  route({
    path: SILENT,
    access: handlesFollowUp,
    get: (ctx) => show(ctx),
    post: async (ctx) => {
      const form = await ctx.read(chosen)
      if (!form.ok || form.data.people?.length === 0) {
        const nobody = ctx.reason({ ok: false, reason: 'follow-up.nobody' })
        return show(ctx, withError(blankForm(), 'personnes', nobody))
      }
      return ask(ctx, form.data.people)
    },
  }),
  route({
    path: SEND,
    access: handlesFollowUp,
    get: async () => redirect(SILENT),
    post: async (ctx) => {
      if (!ctx.who) return { type: 'forbidden' }
      const form = await ctx.read(chosen)
      const done = form.ok
        ? await startReminders(ctx.app, {
            people: form.data.people,
            key: form.data.cle || newId(),
            by: ctx.who,
          })
        : ({ ok: false, reason: 'follow-up.nobody' } as const)
      if (!done.ok) return redirect(SILENT, { kind: 'refusal', text: ctx.reason(done) })
      return redirect(`/bureau/travaux/${done.value.task}`, {
        kind: 'success',
        text: texts(ctx.lang).silent.begun,
      })
    },
  }),
]
