import { z } from 'zod'
import { letsGo } from '@/collections/members/access'
import { officeTexts } from '@/collections/members/i18n/office'
import { readPeople } from '@/collections/members/service'
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
import { Button, Form, Notice, Page, PageHeading, Prose, RadioGroup, Section, T, TextArea } from '@/ui'
import { DEPARTURE_REASONS, STAFF_CHANNELS } from '../../contract'
import { departureTexts } from '../../i18n/departure'
import { readLeaving } from '../../service/departure/readDeparture'
import { requestDeparture } from '../../service/departure/requestDeparture'
import { PEOPLE } from '../officeAccess'
import { moneyLines } from './moneyLines'
import { askHref, departureHref } from './places'

async function show(ctx: RouteContext, form: FormState, status = 200): Promise<Reply> {
  const person = ctx.params.person ?? ''
  const [people, leaving] = await Promise.all([readPeople(ctx.app, [person]), readLeaving(ctx.app, person)])
  const name = people.get(person)?.name
  if (!name) return notFound()
  const t = departureTexts(ctx.lang)
  const a = t.office.ask
  return page({
    title: a.title,
    layout: 'extranet',
    status,
    current: PEOPLE,
    breadcrumbs: [
      { label: officeTexts(ctx.lang).list.title, href: PEOPLE },
      { label: name, href: `${PEOPLE}/${person}` },
      { label: a.title },
    ],
    view: (
      <Page width="text">
        <PageHeading title={a.title} lead={leaving ? a.lead(name) : undefined} />
        {leaving ? (
          <>
            <Section title={a.what}>
              <Prose>
                <ul>
                  {[...moneyLines(a, leaving.due, ctx.lang), a.access, a.seat, a.credit, a.final].map(
                    (line) => (
                      <li key={line}>
                        <T>{line}</T>
                      </li>
                    ),
                  )}
                </ul>
              </Prose>
            </Section>
            <Form id="depart" action={askHref(person)} values={form.values} errors={form.errors}>
              <RadioGroup
                name="channel"
                label={a.channel}
                options={STAFF_CHANNELS.map((value) => ({ value, label: t.channels[value] }))}
              />
              <RadioGroup
                name="reason"
                label={a.reason}
                options={DEPARTURE_REASONS.map((value) => ({ value, label: t.reasonCodes[value] }))}
              />
              <TextArea name="note" label={a.note} hint={a.noteHint} rows={3} maxLength={1000} optional />
              <Button kind="danger">{a.submit}</Button>
            </Form>
          </>
        ) : (
          <Notice>{t.reasons['departure.no-membership']}</Notice>
        )}
      </Page>
    ),
  })
}

/** `/bureau/departs/personne/:person`: staff notes that somebody wishes to leave, and how they said so. */
export const askDepartureRoute = route({
  path: askHref(':person'),
  access: letsGo,
  get: (ctx) => show(ctx, blankForm()),
  post: async (ctx) => {
    if (!ctx.who) return { type: 'forbidden' }
    const person = ctx.params.person ?? ''
    const form = await ctx.read(
      z.object({
        channel: z.enum(STAFF_CHANNELS, { error: 'departure.channel-missing' }),
        reason: z.enum(DEPARTURE_REASONS, { error: 'departure.reason-missing' }),
        note: z.string().trim().max(1000).optional(),
      }),
    )
    if (!form.ok) return show(ctx, form.state, 422)
    const done = await requestDeparture(ctx.app, { person, ...form.data, by: ctx.who })
    if (!done.ok) {
      if (done.reason === 'person.unknown') return notFound()
      return show(ctx, withError(form.state, '', ctx.reason(done)), 422)
    }
    const t = departureTexts(ctx.lang).office.ask
    return redirect(departureHref(done.value.departure), {
      kind: done.value.again ? 'info' : 'success',
      text: done.value.again ? t.again : t.done,
    })
  },
})
