import type { MailTemplate } from '@/hooks'
import { lineTexts } from '../i18n/line'
import { letter, link, paragraphs, text } from './letter'

/** Mails of the waiting list: on it, invited, off it. */
export const lineMails: MailTemplate[] = [
  letter(
    'waitlisted',
    { why: 'accepted' },
    (_, lang) => lineTexts(lang).mails.waitlisted.subject,
    (_, d, lang) => {
      const t = lineTexts(lang).mails.waitlisted
      return (
        <>
          <p>{d.why === 'again' ? t.again : d.why === 'unseated' ? t.unseated : t.text}</p>
          <p>{t.next}</p>
          {link(d.url, t.see)}
        </>
      )
    },
  ),
  letter(
    'invited',
    { amount: '5 €', until: '29 janvier 2027', howToPay: 'En espèces ou par chèque, à la permanence.' },
    (_, lang) => lineTexts(lang).mails.invited.subject,
    (t, d, lang) => {
      const own = lineTexts(lang).mails.invited
      return (
        <>
          <p>{own.text(text(d.amount), text(d.until))}</p>
          {paragraphs(text(d.howToPay))}
          <p>{own.otherwise}</p>
          {link(d.url, t.myFile)}
        </>
      )
    },
  ),
  letter(
    'withdrawn',
    { own: 0, reason: 'Vous nous avez dit avoir trouvé un bureau partagé.' },
    (_, lang) => lineTexts(lang).mails.withdrawn.subject,
    (_, d, lang) => {
      const t = lineTexts(lang).mails.withdrawn
      return (
        <>
          <p>{Number(d.own) === 1 ? t.own : t.removed}</p>
          {Number(d.own) === 1 ? null : paragraphs(text(d.reason))}
          <p>{t.back}</p>
          {link(d.url, t.act)}
        </>
      )
    },
  ),
]
