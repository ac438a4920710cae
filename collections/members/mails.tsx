import type { Lang } from '@/core/lang'
import type { MailTemplate } from '@/hooks'

const say = (lang: Lang, fr: string, en: string) => (lang === 'en' ? en : fr)
const example = {
  name: 'Marie Lantier',
  link: 'https://exemple.fr/mot-de-passe/abc',
  email: 'marie@exemple.fr',
}

export const peopleMails: MailTemplate[] = [
  {
    id: 'members.password',
    secret: true,
    subject: (_, lang) => say(lang, 'Choisir un nouveau mot de passe', 'Choose a new password'),
    example,
    view: ({ name, link }, lang) => (
      <>
        <p>{say(lang, `Bonjour ${name},`, `Hello ${name},`)}</p>
        <p>
          {say(
            lang,
            'Vous avez demandé à changer de mot de passe. Ce lien est valable une heure :',
            'You asked to change your password. This link is valid for an hour:',
          )}
        </p>
        <p>
          <a href={String(link)}>{String(link)}</a>
        </p>
        <p>
          {say(
            lang,
            'Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.',
            'If it was not you, do nothing: your password stays as it is.',
          )}
        </p>
      </>
    ),
  },
  {
    id: 'members.welcome',
    secret: true,
    subject: (_, lang) => say(lang, 'Votre accès à Compagnon', 'Your access to Compagnon'),
    example,
    view: ({ name, link }, lang) => (
      <>
        <p>{say(lang, `Bonjour ${name},`, `Hello ${name},`)}</p>
        <p>
          {say(
            lang,
            'Un compte vous attend. Choisissez votre mot de passe par ce lien, valable une semaine :',
            'An account awaits you. Choose your password by this link, valid for a week:',
          )}
        </p>
        <p>
          <a href={String(link)}>{String(link)}</a>
        </p>
      </>
    ),
  },
  {
    id: 'members.email-confirm',
    secret: true,
    subject: (_, lang) => say(lang, 'Confirmer votre nouvelle adresse', 'Confirm your new address'),
    example,
    view: ({ name, link }, lang) => (
      <>
        <p>{say(lang, `Bonjour ${name},`, `Hello ${name},`)}</p>
        <p>
          {say(
            lang,
            'Ouvrez ce lien pour confirmer cette adresse ; il est valable un jour :',
            'Open this link to confirm this address; it is valid for a day:',
          )}
        </p>
        <p>
          <a href={String(link)}>{String(link)}</a>
        </p>
      </>
    ),
  },
  {
    id: 'members.email-notice',
    subject: (_, lang) =>
      say(lang, 'Un changement d’adresse est demandé', 'A change of address was asked for'),
    example,
    view: ({ name, email }, lang) => (
      <>
        <p>{say(lang, `Bonjour ${name},`, `Hello ${name},`)}</p>
        <p>
          {say(
            lang,
            `Votre compte passera à l’adresse ${email} dès qu’elle sera confirmée. Si ce n’est pas vous, changez votre mot de passe sans tarder.`,
            `Your account will move to ${email} once that address is confirmed. If it was not you, change your password without delay.`,
          )}
        </p>
      </>
    ),
  },
]
