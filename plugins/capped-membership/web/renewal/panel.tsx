import type { WidgetContext } from '@/hooks'
import { Actions, ButtonLink, DefinitionList } from '@/ui'
import { renewalActTexts } from '../../i18n/renewal/acts'
import type { Offer } from '../../service/renewal/readMyMembership'
import { readOffer } from '../../service/renewal/readOffer'
import { findRenewalFile } from '../../service/renewal/renewalRows'
import { fileHref } from '../officeAccess'
import { renewForHref } from './places'

/** What a member has answered about the next season, in a few words. */
export function answerOf({ renewal, paid }: Offer, lang: WidgetContext['lang']): string {
  const t = renewalActTexts(lang).renewFor
  if (paid) return t.renewed(paid.seat)
  if (renewal?.state === 'wanted' || renewal?.state === 'declined') return t[renewal.state]
  return t.offered
}

/** May staff renew in the member's name now, as far as the season and the answer go? */
export const isOffered = ({ renewal, paid, phase }: Offer): boolean =>
  !paid && renewal?.state !== 'wanted' && (phase === 'kept' || phase === 'open')

/** On the files of people: where the renewal stands, and the way to note it for whoever calls or comes by. */
export async function renewalPanel(
  { app, lang, who }: WidgetContext,
  { id, name }: { id: string; name: string },
) {
  const offer = await readOffer(app, id)
  if (!offer || (offer.phase === 'before' && !offer.renewal)) return null
  const t = renewalActTexts(lang).renewFor
  const { season, renewal } = offer
  const file = renewal?.state === 'wanted' ? await findRenewalFile(app, renewal) : null
  return (
    <section className="section">
      <h2>{t.panel}</h2>
      <DefinitionList
        items={[
          { term: t.season, value: lang === 'en' ? season.titleEn : season.titleFr },
          { term: t.answer, value: answerOf(offer, lang) },
        ]}
      />
      {who?.id !== id && isOffered(offer) && (
        <Actions>
          <ButtonLink href={renewForHref(id)}>{t.act(name)}</ButtonLink>
        </Actions>
      )}
      {file && (
        <Actions>
          <ButtonLink href={fileHref(file.id)}>{t.toFile}</ButtonLink>
        </Actions>
      )}
    </section>
  )
}
