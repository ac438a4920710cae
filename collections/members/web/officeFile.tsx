import type { ReactNode } from 'react'
import { formatDate, relativeTime } from '@/core/dates'
import type { Person } from '@/core/person'
import { notFound, page, type Reply, type RouteContext, route } from '@/hooks'
import {
  ButtonLink,
  Card,
  CardList,
  Columns,
  DataTable,
  DateText,
  DefinitionList,
  Disclosure,
  Notice,
  Page,
  PageHeading,
  Section,
  Stack,
  StatusTag,
  Timeline,
  type TimelineEvent,
} from '@/ui'
import { givesRoles, letsGo, seesPeople, suspends } from '../access'
import type { LeavingPages, LogeName } from '../contract'
import { grantOf } from '../domain/grants'
import {
  endHindrance,
  type Judged,
  LEAVING,
  leaveHindrance,
  SUSPENDABLE,
  suspendHindrance,
} from '../domain/judge'
import { grantName, officeTexts } from '../i18n/office'
import type { GrantRecord } from '../service/grantRole'
import { type PersonFile, readPersonFile } from '../service/readFile'
import { readPeople } from '../service/readPeople'
import { readLeaving, readRoleLoges } from '../service/staffActs'
import { fileHref, lastDay, OFFICE, STANDING_KIND } from './office'
import { EndForm, GiveForm, LeaveForm, LiftForm, type Sent, SuspendForm } from './officeForms'
import { Address } from './officeList'
import { panelsOf } from './panels'

/** What the page knows beside the file itself. */
type Shown = {
  ctx: RouteContext
  who: Person
  file: PersonFile
  sent: Sent
  loges: readonly LogeName[]
  /** Where the departure of a member is asked for, with all that ends with it. */
  leaving: LeavingPages | null
  roleName: (grant: GrantRecord) => string
  nameOf: (actor: string | null | undefined) => string
}

/** Reasons that the program gives are codes (`application.accepted`): what they say, the standing says. */
const CODE = /^(created|[a-z]+([.-][a-z]+)+)$/
const inWords = (reason: string | null | undefined): string | null =>
  reason && !CODE.test(reason) ? reason : null

/** `/bureau/personnes/:id`: who it is, what they may do, and what staff may do about it. */
export const officeFileRoute = route({
  path: fileHref(':id'),
  access: seesPeople,
  get: (ctx) => showFile(ctx),
})

/** Shows a file, with the form that was refused, if any. */
export async function showFile(ctx: RouteContext, sent: Sent = null): Promise<Reply> {
  const { who } = ctx
  const [file, loges, leaving] = await Promise.all([
    readPersonFile(ctx.app, ctx.params.id ?? ''),
    readRoleLoges(ctx.app),
    readLeaving(ctx.app, ctx.params.id ?? ''),
  ])
  if (!file || !who) return notFound()
  const t = officeTexts(ctx.lang)
  const people = await readPeople(ctx.app, [
    ...file.steps.map((step) => step.actor),
    ...[...file.grants, ...file.ended].flatMap((g) => [g.actor, g.endedBy]),
  ])
  const panels = await panelsOf(ctx, { id: file.id, name: file.name })
  const names = new Map(loges.map((loge) => [loge.id, loge.name]))
  const shown: Shown = {
    ctx,
    who,
    file,
    sent,
    loges,
    leaving,
    roleName: (row) => {
      const grant = grantOf(row.role, row.scope)
      return grant ? grantName(grant, ctx.lang, names) : row.role
    },
    nameOf: (actor) =>
      !actor || actor === 'system' ? t.file.system : (people.get(actor)?.name ?? t.file.somebody),
  }
  return page({
    title: file.name,
    layout: 'extranet',
    status: sent ? 422 : 200,
    current: OFFICE,
    breadcrumbs: [{ label: t.list.title, href: OFFICE }, { label: file.name }],
    view: (
      <Page>
        <PageHeading
          kicker={<StatusTag kind={STANDING_KIND[file.standing]}>{t.standings[file.standing]}</StatusTag>}
          title={file.name}
          lead={lead(shown)}
        />
        <Columns
          aside={
            <Section title={t.file.history}>
              <Timeline label={t.file.history} events={history(shown)} />
            </Section>
          }
        >
          <Contact {...shown} />
          <Roles {...shown} />
          <Access {...shown} />
          {panels}
        </Columns>
      </Page>
    ),
  })
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const zoneOf = (ctx: RouteContext) => ctx.app.settings.timeZone
const day = (ctx: RouteContext, at: string) => formatDate(at, ctx.lang, zoneOf(ctx))
const until = (ctx: RouteContext, end: string) => day(ctx, lastDay(end, zoneOf(ctx)))

function lead({ ctx, file }: Shown): string {
  const t = officeTexts(ctx.lang).file
  if (file.standing === 'suspended' && file.row.until)
    return t.suspendedUntil(file.name, until(ctx, file.row.until))
  return t.lead[file.standing](file.name)
}

/** Every standing with who decided and, where people wrote one, why. */
function history({ ctx, file, nameOf }: Shown): TimelineEvent[] {
  const t = officeTexts(ctx.lang)
  return file.steps.map((step, i) => {
    const last = i === file.steps.length - 1
    const reason = inWords(step.reason)
    const by = !step.actor || step.actor === 'system' ? null : t.file.decidedBy(nameOf(step.actor))
    const lines = [reason, by && capital(by)].filter((line) => line !== null)
    return {
      key: String(i),
      title: capital(t.standings[step.to]),
      at: step.at,
      note: lines.length > 0 && lines.map((line) => <div key={line}>{line}</div>),
      state: last ? 'now' : 'done',
    }
  })
}

function Contact({ ctx, file }: Shown) {
  const t = officeTexts(ctx.lang)
  const { row } = file
  const reason = inWords(row.reason)
  const listed = file.standing === 'active' || file.standing === 'grace'
  return (
    <Section
      title={t.file.contact}
      action={listed && <a href={`/annuaire/${file.slug}`}>{t.file.profile}</a>}
    >
      <DefinitionList
        items={[
          { term: t.file.email, value: <Address email={file.email} /> },
          {
            term: t.file.standing,
            value: [
              t.standings[file.standing],
              file.since ? t.file.since(day(ctx, file.since)) : null,
              file.standing === 'suspended' && row.until ? t.file.until(until(ctx, row.until)) : null,
            ]
              .filter(Boolean)
              .join(', '),
          },
          ...(reason ? [{ term: t.file.reason, value: reason }] : []),
          { term: t.file.signIns, value: signIns(ctx, file) },
          { term: t.file.lang, value: t.file.langs[file.lang] },
          { term: t.file.account, value: <DateText at={file.createdAt} as="date" /> },
        ]}
      />
    </Section>
  )
}

function signIns(ctx: RouteContext, { openSignIns, lastSeenAt }: PersonFile): string {
  const t = officeTexts(ctx.lang).file
  if (openSignIns === 0 || !lastSeenAt) return t.noSignIn
  return `${t.signInCount(openSignIns)}, ${t.lastSeen} ${relativeTime(lastSeenAt, ctx.now, ctx.lang, ctx.app.settings.timeZone)}`
}

function Roles(shown: Shown) {
  const { ctx, file, sent, loges, roleName, nameOf, who } = shown
  const t = officeTexts(ctx.lang).file
  const gives = givesRoles(who)
  const gone = file.standing === 'left' || file.standing === 'erased'
  return (
    <Section title={t.roles} id="roles-titre" lead={gives && !gone ? t.rolesLead : undefined}>
      <Stack>
        {file.standing === 'suspended' && file.grants.length > 0 && <Notice>{t.asleep}</Notice>}
        {file.grants.length === 0 ? (
          <p className="soft">{t.noRole}</p>
        ) : (
          <CardList label={t.roles}>
            {file.grants.map((grant) => (
              <Card key={grant.id} as="li" title={roleName(grant)}>
                <Stack tight>
                  <p>{period(shown, grant)}</p>
                  {gives && mayEnd(shown, grant) && (
                    <EndForm {...{ ctx, file, sent }} grant={grant.id} role={roleName(grant)} />
                  )}
                </Stack>
              </Card>
            ))}
          </CardList>
        )}
        {gives && !gone && <GiveForm {...{ ctx, file, sent, loges }} />}
        {file.ended.length > 0 && (
          <Disclosure summary={t.ended(file.ended.length)}>
            <DataTable
              caption={t.endedTitle}
              captionHidden
              rows={file.ended}
              rowKey={(grant) => grant.id}
              columns={[
                { key: 'role', label: t.role, heading: true, cell: roleName },
                {
                  key: 'from',
                  label: t.from,
                  cell: (g) => (g.from ? <DateText at={g.from} as="date" /> : '–'),
                },
                { key: 'to', label: t.to, cell: (g) => (g.to ? <DateText at={g.to} as="date" /> : '–') },
                { key: 'by', label: t.givenBy, cell: (g) => nameOf(g.actor) },
                {
                  key: 'endedBy',
                  label: t.endedBy,
                  cell: (g) => (g.endedBy ? nameOf(g.endedBy) : t.byDate),
                },
              ]}
            />
          </Disclosure>
        )}
      </Stack>
    </Section>
  )
}

function mayEnd({ who, file }: Shown, row: GrantRecord): boolean {
  const grant = grantOf(row.role, row.scope)
  return grant !== null && endHindrance(who, file, grant) === null
}

function period({ ctx, nameOf }: Shown, grant: GrantRecord): string {
  const t = officeTexts(ctx.lang).file
  const parts = [
    grant.from ? `${t.grantSince} ${day(ctx, grant.from)}` : null,
    grant.to ? t.until(until(ctx, grant.to)) : t.endless,
    `${t.givenBy.toLowerCase()} ${nameOf(grant.actor)}`,
  ]
  return parts.filter(Boolean).join(', ')
}

/** Suspending, lifting, letting go: what may be done by whoever asks; or why nothing may. */
function Access(shown: Shown): ReactNode {
  const { ctx, who, file, sent } = shown
  const t = officeTexts(ctx.lang).file
  const props = { ctx, file, sent }
  const suspended = file.standing === 'suspended'
  const whom: Judged = {
    id: file.id,
    standing: file.standing,
    grants: file.administers ? [{ role: 'administrator' }] : [],
  }
  const open = suspended || SUSPENDABLE.includes(file.standing)
  const leaving = LEAVING.includes(file.standing)
  const judge = () => {
    if (!open && !leaving) return <p className="soft">{file.standing === 'left' ? t.gone : t.nothing}</p>
    const hindrance = suspendHindrance(who, whom)
    if (hindrance === 'person.oneself') return <Notice>{t.oneself}</Notice>
    if (hindrance) return <Notice>{t.administrator}</Notice>
    const forms = [
      suspends(who) && suspended && <LiftForm key="lift" {...props} />,
      suspends(who) && !suspended && open && <SuspendForm key="suspend" {...props} />,
      letsGo(who) &&
        leaving &&
        !leaveHindrance(who, whom) &&
        (shown.leaving ? (
          <ButtonLink key="leave" kind="danger" href={shown.leaving.office}>
            {officeTexts(ctx.lang).leave.label}
          </ButtonLink>
        ) : (
          <LeaveForm key="leave" {...props} />
        )),
    ].filter(Boolean)
    return (
      <Stack>
        {forms}
        {forms.length === 0 && <p className="soft">{t.notYours}</p>}
        {letsGo(who) && leaving && leaveHindrance(who, whom) && <p className="soft">{t.administersFirst}</p>}
      </Stack>
    )
  }
  return (
    <Section title={t.access} id="acces">
      {judge()}
    </Section>
  )
}

/** The way from elsewhere to somebody's file, for those who may open it. */
export function FileLink({ ctx, person }: { ctx: RouteContext; person: string }) {
  if (!seesPeople(ctx.who)) return null
  return (
    <ButtonLink kind="quiet" href={fileHref(person)}>
      {officeTexts(ctx.lang).file.open}
    </ButtonLink>
  )
}
