import { seesPeople } from '@/collections/members/access'
import { findProfile } from '@/collections/members/service'
import { panelsOf } from '@/collections/members/web/panels'
import { formatDate, formatMeeting } from '@/core/dates'
import { dialled } from '@/core/phone'
import { notFound, page, type Reply, type RouteContext, route } from '@/hooks'
import {
  Columns,
  DefinitionList,
  Disclosure,
  Notice,
  Page,
  PageHeading,
  Prose,
  Section,
  Stack,
  StatusTag,
  T,
  Timeline,
} from '@/ui'
import { mainAct, mayStep } from '../domain/application'
import { isMakeshift, lastDayOf } from '../domain/hold'
import { texts } from '../i18n'
import { departureTexts } from '../i18n/departure'
import { lineTexts } from '../i18n/line'
import { renewalActTexts } from '../i18n/renewal/acts'
import { handlesApplications, handlesFiles, handlesPayments } from '../service/actor'
import { type File, readFile } from '../service/readFile'
import { readSettings } from '../service/readSettings'
import { type ApplicationRow, findApplication } from '../service/rows'
import { Beyond } from './beyond'
import { history, STATE_KIND, stateWord } from './history'
import { fileHref, MEMBERSHIP, OFFICE, PEOPLE } from './officeAccess'
import {
  DecisionForms,
  FreeSeatForm,
  PaymentForm,
  PlanForm,
  RefuseForm,
  ReportForm,
  type Sent,
} from './officeForms'
import { TakeBackFor } from './renewal/takeBack'

/** Where the file stands, said to staff. */
function sentence(ctx: RouteContext, file: File): string {
  const t = texts(ctx.lang).office.file.sentence
  const { application: a, seat } = file
  if (file.unsettled) return seat || !file.seatNeeded ? t.paid(a.name) : t.unseated(a.name)
  if (a.state === 'withdrawn' && a.kind === 'renewal')
    return renewalActTexts(ctx.lang).staffTakeBack.file(a.name)
  if (a.state === 'waiting' || a.state === 'withdrawn') return lineTexts(ctx.lang).file[a.state](a.name)
  if (a.state === 'left') return departureTexts(ctx.lang).file.left(a.name)
  if (a.state === 'accepted' && a.kind === 'renewal') return texts(ctx.lang).renewal.file.staff(a.name)
  return t[a.state](a.name)
}

/** The one main act, then what else may be done; or who may do it. */
async function Acts({ ctx, file, sent }: { ctx: RouteContext; file: File; sent: Sent }) {
  const t = texts(ctx.lang).office.file
  const { application: a } = file
  const act = mainAct(a.state)
  if (!act || (act === 'record-payment' && file.payment)) return null
  if (a.person && a.person === ctx.who?.id) return <Notice kind="warning">{t.own}</Notice>
  if (!a.person) return <Notice>{t.noContact}</Notice>
  const props = { ctx, file, sent }
  const decides = handlesApplications(ctx.who)
  if (act === 'record-payment') {
    return (
      <Stack>
        {handlesPayments(ctx.who) ? <PaymentForm {...props} /> : <Notice>{t.notYours}</Notice>}
        {a.kind === 'renewal'
          ? handlesFiles(ctx.who) && <TakeBackFor ctx={ctx} file={file} />
          : decides && file.seat?.state === 'held' && <FreeSeatForm {...props} />}
      </Stack>
    )
  }
  if (!decides) return <Notice>{t.notYours}</Notice>
  const { holdDays } = act === 'decide' ? await readSettings(ctx.app) : { holdDays: 0 }
  return (
    <Stack>
      {act === 'plan-interview' && <PlanForm {...props} />}
      {act === 'record-interview' && (
        <>
          <ReportForm {...props} />
          <Disclosure summary={texts(ctx.lang).office.plan.again} open={sent?.act === 'entretien'}>
            <PlanForm {...props} />
          </Disclosure>
        </>
      )}
      {act === 'decide' && (
        <>
          <DecisionForms {...props} holdDays={holdDays}>
            <Lines text={a.report ?? ''} />
          </DecisionForms>
          <Disclosure summary={texts(ctx.lang).office.report.edit} open={sent?.act === 'compte-rendu'}>
            <ReportForm {...props} />
          </Disclosure>
        </>
      )}
      {mayStep(a.state, 'refuse') && <RefuseForm {...props} />}
    </Stack>
  )
}

/** What those who decide read of the person; who only takes the money sees name, address and seat. */
function About({ ctx, file }: { ctx: RouteContext; file: File }) {
  const t = texts(ctx.lang).office.file
  const { application: a, season } = file
  const zone = ctx.app.settings.timeZone
  const contact = [
    { term: t.email, value: <Email address={a.email} /> },
    ...(a.phone ? [{ term: t.phone, value: <a href={`tel:${dialled(a.phone)}`}>{a.phone}</a> }] : []),
    { term: t.season, value: season ? (ctx.lang === 'en' ? season.titleEn : season.titleFr) : '—' },
    ...(a.state === 'accepted' || a.state === 'joined' ? [{ term: t.seat, value: seatText(ctx, file) }] : []),
  ]
  const answers = [
    { term: t.activity, value: a.activity },
    { term: t.skills, value: <Lines text={a.skills} /> },
    { term: t.motives, value: <Lines text={a.motives} /> },
    ...(a.interviewAt
      ? [
          {
            term: t.interview,
            value: `${formatMeeting(a.interviewAt, ctx.lang, zone)}${a.interviewPlace ? `, ${a.interviewPlace}` : ''}`,
          },
        ]
      : []),
    ...(a.report && a.state !== 'interviewed' ? [{ term: t.report, value: <Lines text={a.report} /> }] : []),
    ...(a.reason ? [{ term: t.reason, value: <Lines text={a.reason} /> }] : []),
    { term: t.charter, value: t.consent(formatDate(a.charterAt, ctx.lang, zone)) },
  ]
  return (
    <Section
      title={t.about}
      action={a.person && seesPeople(ctx.who) && <a href={`${PEOPLE}/${a.person}`}>{t.openPerson}</a>}
    >
      <DefinitionList items={handlesApplications(ctx.who) ? [...contact, ...answers] : contact} />
    </Section>
  )
}

/** May break after the @, so that a long address does not widen a phone's page. */
function Email({ address }: { address: string }) {
  const cut = address.indexOf('@') + 1
  return (
    <a href={`mailto:${address}`}>
      {address.slice(0, cut)}
      <wbr />
      {address.slice(cut)}
    </a>
  )
}

function Lines({ text }: { text: string }) {
  return (
    <Prose>
      {text.split(/\n+/).map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that does not change
        <p key={i}>
          <T>{line}</T>
        </p>
      ))}
    </Prose>
  )
}

function seatText(ctx: RouteContext, { application, seat, payment }: File): string {
  const t = texts(ctx.lang).office.file
  if (!seat) return t.seatNone
  if (seat.state === 'confirmed') return t.seatConfirmed(seat.number)
  const { heldUntil } = seat
  if (payment || !heldUntil || isMakeshift(heldUntil, application.decidedAt)) return t.seatKept(seat.number)
  const zone = ctx.app.settings.timeZone
  return t.seatHeld(seat.number, formatDate(lastDayOf(new Date(heldUntil), zone), ctx.lang, zone))
}

/** Shows a file, with the form that was refused, if any. */
export async function showFile(ctx: RouteContext, sent: Sent = null): Promise<Reply> {
  const row = await findApplication(ctx.app, ctx.params.id ?? '')
  if (!row) return notFound()
  const file = await readFile(ctx.app, row)
  const t = texts(ctx.lang)
  const [acts, beyond] = await Promise.all([Acts({ ctx, file, sent }), Beyond({ ctx, file })])
  const decider =
    row.decidedBy && row.decidedBy !== 'system' ? await findProfile(ctx.app, row.decidedBy) : null
  const panels = row.person
    ? await panelsOf(ctx, { id: row.person, name: row.name }, { except: MEMBERSHIP })
    : []
  const whole = sent?.state.errors['']
  return page({
    title: row.name,
    layout: 'extranet',
    status: sent ? 422 : 200,
    current: OFFICE,
    breadcrumbs: [{ label: t.office.title, href: OFFICE }, { label: row.name }],
    view: (
      <Page>
        <PageHeading
          kicker={
            <StatusTag kind={STATE_KIND[row.state]}>
              {file.unsettled ? t.office.file.settling : stateWord(row, ctx.lang)}
            </StatusTag>
          }
          title={row.name}
          lead={sentence(ctx, file)}
        />
        {whole && sentElsewhere(sent) && <Notice kind="warning">{whole}</Notice>}
        <Columns
          aside={
            <Section title={t.office.file.history}>
              <Stack>
                <Timeline
                  label={t.office.file.history}
                  events={history(file, ctx.lang, ctx.now, ctx.app.settings.timeZone)}
                />
                {row.decidedBy && (row.kind !== 'renewal' || decider) && (
                  <p className="soft">
                    <T>{`${decidedWord(ctx, row)} : ${decider?.name ?? t.office.file.program}`}</T>
                  </p>
                )}
              </Stack>
            </Section>
          }
        >
          <Stack>
            {acts}
            {beyond}
          </Stack>
          <About ctx={ctx} file={file} />
          {panels}
        </Columns>
      </Page>
    ),
  })
}

/** What the one who is named did: nobody decides on a renewal, but staff may have asked for it, or taken it back. */
function decidedWord(ctx: RouteContext, row: ApplicationRow): string {
  if (row.kind !== 'renewal') return texts(ctx.lang).office.file.decidedBy
  const t = renewalActTexts(ctx.lang).staffTakeBack
  return row.state === 'withdrawn' ? t.closedBy : t.askedBy
}

/** Forms with a summary of their own say what is wrong there. */
const sentElsewhere = (sent: Sent): boolean => sent?.act === 'refuser' || sent?.act === 'liberer-place'

export const officeFileRoute = route({
  path: fileHref(':id'),
  access: handlesFiles,
  get: async (ctx) => showFile(ctx),
})
