import { z } from 'zod'
import { readPeople } from '@/collections/members/service'
import { listSilent } from '@/collections/members/store/silentPeople'
import { relativeTime } from '@/core/dates'
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
} from '@/ui'
import { handlesFollowUp } from '../domain/access'
import { mayContact, silentBefore } from '../domain/tasks'
import { texts } from '../i18n'
import { silentBody } from '../mails'
import { contactSilent, contactsOf, MOST_AT_ONCE, readFollowUpSettings } from '../service/contactSilent'
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
              <Button kind="secondary">{s.submit}</Button>
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

const id = z.string().max(64)
const chosen = z.object({
  personnes: z.union([z.array(id).max(MOST_AT_ONCE), id.transform((one) => [one])], {
    error: 'follow-up.nobody',
  }),
})

/** What will be sent to whom, before it leaves. */
async function ask(ctx: RouteContext, people: string[]): Promise<Reply> {
  const t = texts(ctx.lang)
  const s = t.silent
  const names = [...(await readPeople(ctx.app, people)).values()]
  if (names.length === 0)
    return redirect(SILENT, { kind: 'refusal', text: ctx.reason({ ok: false, reason: 'follow-up.nobody' }) })
  const title = s.confirmTitle(names.length)
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
          <Prose>
            <ul>
              {names.map((person) => (
                <li key={person.id}>{person.name}</li>
              ))}
            </ul>
          </Prose>
          <Section title={t.mail.subject}>
            <Prose>{silentBody(ctx.lang, names[0]?.name ?? '', '/connexion')}</Prose>
          </Section>
          <Form action={SEND}>
            {names.map((person) => (
              <input key={person.id} type="hidden" name="personnes" value={person.id} />
            ))}
            <Actions>
              <Button>{s.confirmSubmit(names.length)}</Button>
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
      if (!form.ok) {
        const nobody = ctx.reason({ ok: false, reason: 'follow-up.nobody' })
        return show(ctx, withError(blankForm(), 'personnes', nobody))
      }
      return ask(ctx, form.data.personnes)
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
        ? await contactSilent(ctx.app, { people: form.data.personnes, by: ctx.who })
        : ({ ok: false, reason: 'follow-up.nobody' } as const)
      if (!done.ok) return redirect(SILENT, { kind: 'refusal', text: ctx.reason(done) })
      const { sent, left } = done.value
      const s = texts(ctx.lang).silent
      return redirect(
        SILENT,
        sent > 0 ? { kind: 'success', text: s.sent(sent, left) } : { kind: 'info', text: s.none },
      )
    },
  }),
]
