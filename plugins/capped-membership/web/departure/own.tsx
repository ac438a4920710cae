import { z } from 'zod'
import { anyone, signedIn } from '@/core/access'
import { HOUR } from '@/core/clock'
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
  Illustration,
  Page,
  PageHeading,
  Prose,
  RadioGroup,
  Stack,
  T,
  TextArea,
} from '@/ui'
import { DEPARTURE_REASONS } from '../../contract'
import { departureTexts } from '../../i18n/departure'
import { readLeaving } from '../../service/departure/readDeparture'
import { requestDeparture } from '../../service/departure/requestDeparture'
import { moneyLines } from './moneyLines'
import { GOODBYE, OWN_DEPARTURE } from './places'

const ACCOUNT = '/moi/compte'

async function show(ctx: RouteContext, form: FormState, status = 200): Promise<Reply> {
  const t = departureTexts(ctx.lang)
  const leaving = ctx.who ? await readLeaving(ctx.app, ctx.who.id) : null
  return page({
    title: t.own.title,
    layout: 'extranet',
    status,
    breadcrumbs: [
      { label: ctx.lang === 'en' ? 'My account' : 'Mon compte', href: ACCOUNT },
      { label: t.own.title },
    ],
    view: (
      <Page width="text">
        <PageHeading title={t.own.title} lead={leaving ? t.own.lead : undefined} />
        {leaving ? (
          <Stack>
            <Prose>
              <ul>
                {[
                  ...moneyLines(t.own, leaving.due, ctx.lang),
                  t.own.access,
                  t.own.seat,
                  t.own.credit,
                  t.own.exchanges,
                  t.own.back,
                ].map((line) => (
                  <li key={line}>
                    <T>{line}</T>
                  </li>
                ))}
              </ul>
            </Prose>
            <Form id="depart" action={OWN_DEPARTURE} values={form.values} errors={form.errors}>
              <RadioGroup
                name="reason"
                label={t.own.reason}
                hint={t.own.reasonHint}
                options={DEPARTURE_REASONS.map((value) => ({ value, label: t.reasonCodes[value] }))}
              />
              <TextArea name="note" label={t.own.note} rows={3} maxLength={1000} optional />
              <Actions>
                <Button kind="danger">{t.own.submit}</Button>
                <ButtonLink href={ACCOUNT}>{t.own.keep}</ButtonLink>
              </Actions>
            </Form>
          </Stack>
        ) : (
          <EmptyState title={t.own.none} action={<ButtonLink href={ACCOUNT}>{t.own.toAccount}</ButtonLink>}>
            {t.own.noneText}
          </EmptyState>
        )}
      </Page>
    ),
  })
}

/** `/moi/compte/depart`: says what will happen, then does it. */
export const ownDepartureRoute = route({
  path: OWN_DEPARTURE,
  access: signedIn,
  limit: { max: 20, windowMs: HOUR },
  // Nobody has to give reasons.
  get: (ctx) => show(ctx, blankForm({ reason: 'other' })),
  post: async (ctx) => {
    if (!ctx.who) return { type: 'forbidden' }
    const form = await ctx.read(
      z.object({
        reason: z.enum(DEPARTURE_REASONS, { error: 'departure.reason-missing' }),
        note: z.string().trim().max(1000).optional(),
      }),
    )
    if (!form.ok) return show(ctx, form.state, 422)
    const { reason, note } = form.data
    const done = await requestDeparture(ctx.app, {
      person: ctx.who.id,
      channel: 'self',
      reason,
      note,
      by: ctx.who,
    })
    return done.ok ? redirect(GOODBYE) : show(ctx, withError(form.state, '', ctx.reason(done)), 422)
  },
})

/** Shown once signed out: that it is done. */
export const goodbyeRoute = route({
  path: GOODBYE,
  access: anyone,
  get: async (ctx) => {
    const t = departureTexts(ctx.lang).bye
    return page({
      title: t.title,
      view: (
        <Page width="text">
          <PageHeading title={t.title} lead={t.lead} />
          <Illustration name="joined" width={180} />
          <Actions>
            <ButtonLink href="/">{t.act}</ButtonLink>
          </Actions>
        </Page>
      ),
    })
  },
})
