import { z } from 'zod'
import { findProfile } from '@/collections/members/service'
import { listingOf } from '@/core/listing'
import {
  type FormState,
  notFound,
  page,
  type Reply,
  type RouteContext,
  redirect,
  route,
  withError,
} from '@/hooks'
import { ButtonLink, Page, PageHeading, Pagination, Section, Stack, T, Timeline } from '@/ui'
import { handlesFollowUp, mayFollow } from '../domain/access'
import { texts } from '../i18n'
import { readTeam } from '../service/colleagues'
import { notesOf } from '../service/rows'
import { writeNote } from '../service/writeNote'
import { eventsOf, NoteForm, namesOf } from './panel'
import { FOLLOW_UP, logHref } from './paths'

const PAGE_SIZE = 25
const listing = listingOf({})

async function show(ctx: RouteContext, sent: FormState | null = null): Promise<Reply> {
  const id = ctx.params.id ?? ''
  if (!mayFollow(ctx.who, id)) return { type: 'forbidden' }
  const t = texts(ctx.lang)
  const asked = listing.read(ctx.url.searchParams)
  const [profile, { rows, total }, team] = await Promise.all([
    findProfile(ctx.app, id),
    notesOf(ctx.app, id, PAGE_SIZE, asked.page),
    readTeam(ctx.app),
  ])
  if (!profile) return notFound()
  const pages = Math.ceil(total / PAGE_SIZE)
  if (rows.length === 0 && total > 0) return redirect(listing.href(logHref(id), { page: pages }))
  const names = await namesOf(ctx, rows)
  const title = t.log.title(String(profile.name))
  return page({
    title,
    layout: 'extranet',
    status: sent ? 422 : 200,
    current: FOLLOW_UP,
    breadcrumbs: [{ label: t.list.title, href: FOLLOW_UP }, { label: String(profile.name) }],
    view: (
      <Page width="text">
        <PageHeading
          title={title}
          lead={total > 0 ? t.log.count(total) : undefined}
          action={<ButtonLink href={`/bureau/personnes/${id}`}>{t.log.file}</ButtonLink>}
        />
        <Stack>
          <Section title={t.panel.add}>
            <NoteForm ctx={ctx} person={id} team={team} {...(sent ? { state: sent } : {})} />
          </Section>
          {rows.length === 0 ? (
            <p className="soft">
              <T>{t.panel.empty}</T>
            </p>
          ) : (
            <Timeline label={title} events={eventsOf(ctx, rows, names)} />
          )}
          <Pagination page={asked.page} pages={pages} href={(n) => listing.href(logHref(id), { page: n })} />
        </Stack>
      </Page>
    ),
  })
}

const FIELD_OF: Partial<Record<string, string>> = {
  'follow-up.said-missing': 'dit',
  'follow-up.wrong-channel': 'moyen',
  'follow-up.wrong-date': 'rappel',
  'follow-up.wrong-owner': 'par',
}

const schema = z.object({
  cle: z.string().min(1).max(64),
  moyen: z.string({ error: 'follow-up.wrong-channel' }),
  dit: z.string({ error: 'follow-up.said-missing' }).trim().min(1, 'follow-up.said-missing').max(4000),
  rappel: z.string().trim().optional(),
  par: z.string().max(64).optional(),
})

/** `/bureau/suivi/personne/:id`: all that was noted about somebody, and the form of every panel. */
export const logRoute = route({
  path: logHref(':id'),
  access: handlesFollowUp,
  get: (ctx) => show(ctx),
  post: async (ctx) => {
    const person = ctx.params.id ?? ''
    if (!ctx.who || !mayFollow(ctx.who, person)) return { type: 'forbidden' }
    const form = await ctx.read(schema)
    if (!form.ok) return show(ctx, form.state)
    const { cle, moyen, dit, rappel, par } = form.data
    const done = await writeNote(ctx.app, {
      person,
      by: ctx.who,
      channel: moyen,
      said: dit,
      formKey: cle,
      ...(rappel ? { nextOn: rappel } : {}),
      ...(par ? { owner: par } : {}),
    })
    if (!done.ok) return show(ctx, withError(form.state, FIELD_OF[done.reason] ?? '', ctx.reason(done)))
    const t = texts(ctx.lang).form
    return redirect(logHref(person), { kind: 'success', text: rappel ? t.doneNext : t.done })
  },
})
