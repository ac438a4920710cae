import type { MailTemplate } from '@/hooks'
import { CARD_FEE_RETURNS } from '../contract'
import { texts } from '../i18n'
import { applicationTexts } from '../i18n/applications'
import { importTexts } from '../i18n/imports'
import { applicationMails } from './applications'
import { departureMails } from './departure'
import { letter, link, paragraphs, text } from './letter'
import { lineMails } from './line'
import { renewalMails } from './renewal'

/** For who was entered from a list: an account they did not make. */
const imported: MailTemplate = {
  id: 'membership.imported',
  example: { name: 'Marie Lantier', passwordUrl: 'https://exemple.fr/mot-de-passe' },
  subject: (_, lang) => importTexts(lang).mail.subject,
  view: (data, lang) => {
    const t = importTexts(lang).mail
    const m = texts(lang).mails
    return (
      <>
        <p>{m.hello(text(data.name))}</p>
        <p>{t.text}</p>
        <p>{t.password}</p>
        {link(data.passwordUrl, t.act)}
        <p>{m.reply}</p>
        <p>
          {m.bye}
          <br />
          {m.signature}
        </p>
      </>
    )
  },
}

export const membershipMails: MailTemplate[] = [
  ...applicationMails,
  imported,
  letter(
    'received',
    { passwordUrl: 'https://exemple.fr/mot-de-passe' },
    (t) => t.received.subject,
    (t, d) => (
      <>
        <p>{t.received.text}</p>
        <p>{t.received.password}</p>
        {link(d.passwordUrl, t.received.passwordAct)}
        {link(d.url, t.myFile)}
      </>
    ),
  ),
  letter(
    'known',
    { name: '' },
    (t) => t.known.subject,
    (t, d) => (
      <>
        <p>{t.known.text}</p>
        <p>{t.known.act}</p>
        {link(d.url, t.myFile)}
        <p>{t.known.notYou}</p>
      </>
    ),
  ),
  letter(
    'planned',
    { when: '15 janvier 2027 à 14:30', place: '12 rue des Arts, Rennes' },
    (t) => t.planned.subject,
    (t, d, lang) => (
      <>
        <p>{t.planned.text(text(d.when))}</p>
        {d.place ? <p>{t.planned.place(text(d.place))}</p> : null}
        <p>{applicationTexts(lang).mails.calendar}</p>
        <p>{applicationTexts(lang).mails.self}</p>
        {link(d.url, t.myFile)}
      </>
    ),
  ),
  letter(
    'accepted',
    { amount: '5 €', until: '29 janvier 2027', howToPay: 'En espèces ou par chèque, à la permanence.' },
    (t) => t.accepted.subject,
    (t, d) => (
      <>
        <p>{t.accepted.text}</p>
        {d.reason ? paragraphs(text(d.reason)) : null}
        <p>{t.accepted.due(text(d.amount), text(d.until))}</p>
        {paragraphs(text(d.howToPay))}
        {link(d.url, t.myFile)}
      </>
    ),
  ),
  letter(
    'refused',
    { reason: 'Vous cherchez un emploi salarié, que nous ne pourrions pas vous offrir.' },
    (t) => t.refused.subject,
    (t, d) => (
      <>
        <p>{t.refused.text}</p>
        {paragraphs(text(d.reason))}
        <p>{t.refused.wish}</p>
      </>
    ),
  ),
  letter(
    'hold-expired',
    {},
    (t) => t.expired.subject,
    (t, d) => (
      <>
        <p>{t.expired.text}</p>
        <p>{t.expired.back}</p>
        {link(d.url, t.myFile)}
      </>
    ),
  ),
  letter(
    'card-returned',
    { why: 'no-seat', amount: '5,00 €' },
    (t) => t.online.mail.subject,
    (t, d) => (
      <>
        <p>{t.online.returned[CARD_FEE_RETURNS.find((why) => why === d.why) ?? 'not-accepted']}</p>
        <p>{t.online.mail.amount(text(d.amount))}</p>
        {link(d.url, t.myFile)}
      </>
    ),
  ),
  letter(
    'welcome',
    { season: 'Saison 2027', seat: 103, url: 'https://exemple.fr/connexion' },
    (t) => t.welcome.subject,
    (t, d) => (
      <>
        <p>{t.welcome.text(text(d.season))}</p>
        {Number(d.seat) > 0 ? <p>{t.welcome.seat(Number(d.seat))}</p> : null}
        <p>{t.welcome.next}</p>
        {link(d.url, t.welcome.act)}
      </>
    ),
  ),
  ...lineMails,
  ...departureMails,
  ...renewalMails,
]
