import { z } from 'zod'
import { seesPeople } from '@/collections/members/access'
import { officeTexts } from '@/collections/members/i18n/office'
import { readPeople } from '@/collections/members/service'
import { formatDate } from '@/core/dates'
import { formatCents } from '@/core/money'
import { notFound, page, type Reply, type RouteContext, redirect, route } from '@/hooks'
import { ButtonLink, DefinitionList, EmptyState, Notice, Page, PageHeading, PostButton, Stack } from '@/ui'
import { isOver, lastDayOf } from '../../domain/hold'
import { texts } from '../../i18n'
import { renewalActTexts } from '../../i18n/renewal/acts'
import { handlesFiles } from '../../service/actor'
import { MINE } from '../../service/links'
import type { Offer } from '../../service/renewal/readMyMembership'
import { readOffer } from '../../service/renewal/readOffer'
import { findRenewalFile } from '../../service/renewal/renewalRows'
import { renewForMember } from '../../service/renewal/renewForMember'
import { entitled } from '../../service/renewal/renewMembership'
import { fileHref, PEOPLE } from '../officeAccess'
import { answerOf, isOffered } from './panel'
import { RENEWALS_OFFICE, renewForHref } from './places'
import { staffReason } from './staffReason'

const nameOf = async (ctx: RouteContext, person: string): Promise<string | null> =>
  (await readPeople(ctx.app, [person])).get(person)?.name ?? null

async function show(ctx: RouteContext): Promise<Reply> {
  const person = ctx.params.person ?? ''
  const [name, offer] = await Promise.all([nameOf(ctx, person), readOffer(ctx.app, person)])
  if (!name) return notFound()
  const t = renewalActTexts(ctx.lang).renewFor
  const list = { label: texts(ctx.lang).renewal.office.title, href: RENEWALS_OFFICE }
  const people = { label: officeTexts(ctx.lang).list.title, href: PEOPLE }
  const sees = seesPeople(ctx.who)
  const act = offer && (await Act({ ctx, person, offer }))
  return page({
    title: t.title(name),
    layout: 'extranet',
    current: sees ? PEOPLE : RENEWALS_OFFICE,
    breadcrumbs: [
      sees ? people : list,
      sees ? { label: name, href: `${PEOPLE}/${person}` } : { label: name },
      { label: t.panel },
    ],
    view: (
      <Page width="text">
        <PageHeading title={t.title(name)} lead={offer && isOffered(offer) ? t.lead : undefined} />
        {offer ? (
          <Stack>
            <About ctx={ctx} offer={offer} />
            {act}
          </Stack>
        ) : (
          <EmptyState title={t.none} action={<ButtonLink href={RENEWALS_OFFICE}>{t.toList}</ButtonLink>}>
            {t.noneText}
          </EmptyState>
        )}
      </Page>
    ),
  })
}

function About({ ctx, offer }: { ctx: RouteContext; offer: Offer }) {
  const t = renewalActTexts(ctx.lang).renewFor
  const { season, seat, seatNeeded, paid } = offer
  const kept =
    seat?.state === 'held' && seat.heldUntil && !isOver(seat.heldUntil, ctx.now)
      ? t.seatKept(
          seat.number,
          formatDate(lastDayOf(new Date(seat.heldUntil), ctx.app.settings.timeZone), ctx.lang),
        )
      : seatNeeded
        ? t.seatFree
        : texts(ctx.lang).renewal.mine.noSeat
  return (
    <DefinitionList
      items={[
        { term: t.season, value: ctx.lang === 'en' ? season.titleEn : season.titleFr },
        {
          term: t.fee,
          value: season.feeCents > 0 ? formatCents(season.feeCents, ctx.lang, { short: true }) : t.noFee,
        },
        ...(paid ? [] : [{ term: t.seat, value: kept }]),
        { term: t.answer, value: answerOf(offer, ctx.lang) },
      ]}
    />
  )
}

/** The one act: to renew, or to record the fee of what was asked for; else why there is none. */
async function Act({ ctx, person, offer }: { ctx: RouteContext; person: string; offer: Offer }) {
  const t = renewalActTexts(ctx.lang).renewFor
  const { season, renewal } = offer
  if (ctx.who?.id === person)
    return (
      <Notice>
        {t.own} <a href={MINE}>{texts(ctx.lang).renewal.mine.title}</a>
      </Notice>
    )
  const file = renewal?.state === 'wanted' && (await findRenewalFile(ctx.app, renewal))
  if (file) return <ButtonLink href={fileHref(file.id)}>{t.toFile}</ButtonLink>
  const may = await entitled(ctx.app, { person, season: season.id })
  if (!may.ok) return <Notice>{staffReason(ctx, may)}</Notice>
  return (
    <PostButton
      kind="main"
      action={renewForHref(person)}
      hidden={{ saison: season.id }}
      note={season.feeCents > 0 ? t.note : t.noteFree}
    >
      {t.submit}
    </PostButton>
  )
}

/** `/bureau/renouvellements/personne/:person`: staff renews for a member who called or came by, then records the fee. */
export const renewForRoute = route({
  path: renewForHref(':person'),
  access: handlesFiles,
  get: show,
  post: async (ctx) => {
    if (!ctx.who) return { type: 'forbidden' }
    const person = ctx.params.person ?? ''
    const here = renewForHref(encodeURIComponent(person))
    const form = await ctx.read(z.object({ saison: z.string().min(1, 'season.unknown').max(64) }))
    if (!form.ok) return redirect(here)
    const done = await renewForMember(ctx.app, { person, season: form.data.saison, by: ctx.who })
    if (!done.ok) {
      if (done.reason === 'person.unknown') return notFound()
      return redirect(here, { kind: 'refusal', text: staffReason(ctx, done) })
    }
    const t = renewalActTexts(ctx.lang).renewFor
    const { file, already } = done.value
    const said = file?.dueCents === 0 ? t.doneFree : t.done
    return redirect(
      file ? fileHref(file.id) : here,
      already ? { kind: 'info', text: t.doneAlready } : { kind: 'success', text: said },
    )
  },
})
