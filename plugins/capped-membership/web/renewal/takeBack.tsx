import type { RouteContext } from '@/hooks'
import { ButtonLink, Confirm, TextArea } from '@/ui'
import { renewalActTexts } from '../../i18n/renewal/acts'
import { MINE } from '../../service/links'
import type { File } from '../../service/readFile'
import type { SeasonRow } from '../../service/rows'
import { fileHref } from '../officeAccess'

export const TAKE_BACK = `${MINE}/annuler`

/** The member's own way out of a renewal that is not paid; of this round of it, should it be asked for again. */
export function TakeBack({ ctx, season, round }: { ctx: RouteContext; season: SeasonRow; round: number }) {
  const t = renewalActTexts(ctx.lang).takeBack
  return (
    <Confirm
      label={t.label}
      question={t.question(ctx.lang === 'en' ? season.titleEn : season.titleFr)}
      consequence={t.consequence}
      confirm={t.confirm}
      action={TAKE_BACK}
      hidden={{ saison: season.id, tour: String(round) }}
    />
  )
}

/** From a renewal that was taken back, to where one may ask again. */
export const ToMembership = ({ ctx }: { ctx: RouteContext }) => (
  <ButtonLink href={MINE}>{renewalActTexts(ctx.lang).takeBack.back}</ButtonLink>
)

/** Staff's way: the person is told, perhaps with a word. */
export function TakeBackFor({ ctx, file }: { ctx: RouteContext; file: File }) {
  const t = renewalActTexts(ctx.lang).staffTakeBack
  return (
    <Confirm
      label={t.label}
      question={t.question}
      consequence={t.consequence}
      confirm={t.confirm}
      action={`${fileHref(file.application.id)}/annuler-renouvellement`}
    >
      <TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={3} maxLength={1000} optional />
    </Confirm>
  )
}
