import type { MailTemplate } from '@/hooks'
import { REFUND_METHODS } from '../contract'
import { departureTexts } from '../i18n/departure'
import { letter, link, text } from './letter'

const URL = 'https://exemple.fr/adhesion'

/** Mails around a departure: recorded, given back, and the way in again. */
export const departureMails: MailTemplate[] = [
  letter(
    'departure',
    { season: 'Saison 2027', amount: '5 €', money: 'by-hand', url: URL },
    (_, lang) => departureTexts(lang).mails.departure.subject,
    (_, d, lang) => {
      const t = departureTexts(lang).mails.departure
      const amount = text(d.amount)
      const back = {
        none: t.none,
        'by-card': t['by-card'](amount),
        'by-hand': t['by-hand'](amount),
        refunded: t.refunded(amount),
      }
      return (
        <>
          <p>{t.text(text(d.season))}</p>
          <p>{back[d.money as keyof typeof back] ?? ''}</p>
          <p>{t.back}</p>
          {link(d.url, t.act)}
        </>
      )
    },
  ),
  letter(
    'refunded',
    { amount: '5 €', method: 'transfer', on: '29 janvier 2027', url: URL },
    (_, lang) => departureTexts(lang).mails.refunded.subject,
    (_, d, lang) => {
      const t = departureTexts(lang)
      const method = REFUND_METHODS.find((m) => m === d.method) ?? 'transfer'
      return (
        <>
          <p>{t.mails.refunded.text(text(d.amount), text(d.on), t.methods[method])}</p>
          <p>{t.mails.refunded.wrong}</p>
        </>
      )
    },
  ),
  letter(
    'reapply',
    { url: 'https://exemple.fr/adhesion/candidature' },
    (_, lang) => departureTexts(lang).mails.reapply.subject,
    (_, d, lang) => {
      const t = departureTexts(lang).mails.reapply
      return (
        <>
          <p>{t.text}</p>
          {link(d.url, t.act)}
        </>
      )
    },
  ),
]
