import type { MailTemplate } from '@/hooks'
import { applicationTexts } from '../i18n/applications'
import { letter, link, text } from './letter'

const mails = (lang: 'fr' | 'en') => applicationTexts(lang).mails

/** Mails of drafts, of the confirmation of an address, and of interviews called off. */
export const applicationMails: MailTemplate[] = [
  ...(['confirm', 'draft'] as const).map((id) =>
    letter(
      id,
      { until: '29 janvier 2027', link: 'https://exemple.fr/adhesion/candidature/brouillon/lien' },
      (_, lang) => mails(lang)[id].subject,
      (_, d, lang) => {
        const t = mails(lang)[id]
        return (
          <>
            <p>{t.text}</p>
            {link(d.link, t.act)}
            <p>{t.until(text(d.until))}</p>
            <p>{t.notYou}</p>
          </>
        )
      },
      // The link lets its reader read and send in what was written.
      { secret: true },
    ),
  ),
  letter(
    'called-off',
    { when: '15 janvier 2027 à 14:30' },
    (_, lang) => mails(lang).called.subject,
    (_, d, lang) => {
      const t = mails(lang).called
      return (
        <>
          <p>{t.text(text(d.when))}</p>
          <p>{t.again}</p>
          {link(d.url, t.act)}
        </>
      )
    },
  ),
]
