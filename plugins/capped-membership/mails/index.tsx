import type { ReactNode } from 'react'
import type { Lang } from '@/core/lang'
import type { MailTemplate } from '@/hooks'
import { type Texts, texts } from '../i18n'
import { importTexts } from '../i18n/imports'

type Data = Record<string, string | number>
type Mails = Texts['mails']

const text = (value: string | number | undefined) => String(value ?? '')

/** Paragraphs of a text in which an empty line parts them. */
const paragraphs = (value: string) =>
  value.split(/\n\s*\n/).map((part) => <p key={part.slice(0, 40)}>{part}</p>)

/** Every mail greets, says one thing, and can be replied to. */
const letter = (
  id: string,
  example: Data,
  subject: (t: Mails) => string,
  body: (t: Mails, d: Data) => ReactNode,
): MailTemplate => ({
  id: `membership.${id}`,
  example: { name: 'Marie Lantier', url: 'https://exemple.fr/ma-candidature', ...example },
  subject: (_, lang: Lang) => subject(texts(lang).mails),
  view: (data, lang) => {
    const t = texts(lang).mails
    return (
      <>
        {data.name ? <p>{t.hello(text(data.name))}</p> : null}
        {body(t, data)}
        <p>{t.reply}</p>
        <p>
          {t.bye}
          <br />
          {t.signature}
        </p>
      </>
    )
  },
})

const link = (href: string | number | undefined, label: string) => (
  <p>
    <a href={text(href)}>{label}</a>
  </p>
)

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
    (t, d) => (
      <>
        <p>{t.planned.text(text(d.when))}</p>
        {d.place ? <p>{t.planned.place(text(d.place))}</p> : null}
        <p>{t.planned.move}</p>
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
]
