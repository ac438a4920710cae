import { formatDate } from '@/core/dates'
import type { RouteContext } from '@/hooks'
import { ButtonLink, Confirm, Notice } from '@/ui'
import { departureTexts } from '../i18n/departure'
import { lineTexts } from '../i18n/line'
import { handlesApplications } from '../service/actor'
import { departuresOf } from '../service/departure/rows'
import type { File } from '../service/readFile'
import { departureHref } from './departure/places'
import { entryHref } from './line/places'
import { fileHref } from './officeAccess'

/** What goes on beyond a file: its place in line, the departure that ended it, another try after a refusal. */
export async function Beyond({ ctx, file }: { ctx: RouteContext; file: File }) {
  const { application: a, line } = file
  if (a.state === 'left') {
    const [departure] = (await departuresOf(ctx.app, a.person ?? '')).filter((d) => d.application === a.id)
    return (
      departure && (
        <ButtonLink href={departureHref(departure.id)}>
          {departureTexts(ctx.lang).file.toDeparture}
        </ButtonLink>
      )
    )
  }
  if (!handlesApplications(ctx.who)) return null
  if (line && a.state !== 'joined')
    return <ButtonLink href={entryHref(line.id)}>{lineTexts(ctx.lang).file.toLine}</ButtonLink>
  if (a.state !== 'refused' || a.person === ctx.who?.id) return null
  const t = departureTexts(ctx.lang).reapply
  if (a.reapplyAt)
    return <Notice>{t.allowed(formatDate(a.reapplyAt, ctx.lang, ctx.app.settings.timeZone))}</Notice>
  return (
    <Confirm
      kind="main"
      label={t.label}
      question={t.question}
      consequence={t.consequence}
      confirm={t.submit}
      action={`${fileHref(a.id)}/recandidature`}
    />
  )
}
