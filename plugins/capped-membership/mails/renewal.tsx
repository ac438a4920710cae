import type { MailTemplate } from '@/hooks'
import { renewalActTexts } from '../i18n/renewal/acts'
import { letter, link, paragraphs, text } from './letter'

const url = 'https://exemple.fr/moi/adhesion'

/** Mails of seasons that end and are renewed. */
export const renewalMails: MailTemplate[] = [
  letter(
    'renewal-due',
    {
      url: 'https://exemple.fr/ma-candidature',
      season: 'Saison 2027',
      amount: '5 €',
      until: '29 janvier 2027',
      howToPay: 'En espèces ou par chèque, à la permanence.',
    },
    (t) => t.renewal.due.subject,
    (t, d) => (
      <>
        <p>{t.renewal.due.text(text(d.season))}</p>
        <p>{t.renewal.due.due(text(d.amount), text(d.until))}</p>
        {paragraphs(text(d.howToPay))}
        {link(d.url, t.renewal.due.act)}
      </>
    ),
  ),
  letter(
    'renewal-taken-back',
    { url, season: 'Saison 2027', own: 0, reason: 'Comme convenu au téléphone.' },
    (_, lang) => renewalActTexts(lang).mail.subject,
    (_, d, lang) => {
      const t = renewalActTexts(lang).mail
      return (
        <>
          <p>{(Number(d.own) === 1 ? t.own : t.staff)(text(d.season))}</p>
          {d.reason ? paragraphs(text(d.reason)) : null}
          <p>{t.back}</p>
          {link(d.url, t.act)}
        </>
      )
    },
  ),
  letter(
    'renewed',
    { url, season: 'Saison 2027', seat: 48 },
    (t) => t.renewal.renewed.subject,
    (t, d) => (
      <>
        <p>{t.renewal.renewed.text(text(d.season))}</p>
        {Number(d.seat) > 0 ? <p>{t.renewal.renewed.seat(Number(d.seat))}</p> : null}
        <p>{t.renewal.renewed.card}</p>
        {link(d.url, t.renewal.act)}
      </>
    ),
  ),
  letter(
    'renewal-reminder',
    {
      url,
      season: 'Saison 2026',
      next: 'Saison 2027',
      until: '31 décembre 2026',
      kept: '6 janvier 2027',
      after: 0,
    },
    (t) => t.renewal.reminder.subject,
    (t, d) => (
      <>
        <p>
          {(Number(d.after) ? t.renewal.reminder.after : t.renewal.reminder.before)(
            text(d.season),
            text(d.until),
          )}
        </p>
        <p>
          {d.kept
            ? t.renewal.reminder.kept(text(d.next), text(d.kept))
            : t.renewal.reminder.free(text(d.next))}
        </p>
        {link(d.url, t.renewal.reminder.act)}
        <p>{t.renewal.reminder.decline}</p>
      </>
    ),
  ),
  letter(
    'season-over',
    { url, until: '30 janvier 2027', renew: 1 },
    (t) => t.renewal.over.subject,
    (t, d) => (
      <>
        <p>{t.renewal.over.text(text(d.until))}</p>
        {Number(d.renew) ? <p>{t.renewal.over.renew}</p> : null}
        {link(d.url, t.renewal.act)}
      </>
    ),
  ),
  letter(
    'lapsed',
    { url },
    (t) => t.renewal.lapsed.subject,
    (t, d) => (
      <>
        <p>{t.renewal.lapsed.text}</p>
        <p>{t.renewal.lapsed.act}</p>
        {link(d.url, t.renewal.act)}
      </>
    ),
  ),
]
