import type { MailTemplate } from '@/hooks'
import { texts } from './i18n'

/** What a silent member reads; shown to staff as well, before it leaves. */
export const silentBody = (lang: 'fr' | 'en', name: string, url: string) => {
  const t = texts(lang).mail
  return (
    <>
      <p>{t.hello(name)}</p>
      <p>{t.text}</p>
      <p>{t.help}</p>
      <p>
        <a href={url}>{t.act}</a>
      </p>
      <p>
        {t.bye}
        <br />
        {t.signature}
      </p>
    </>
  )
}

export const followUpMails: MailTemplate[] = [
  {
    id: 'follow-up.silent',
    example: { name: 'Marie Lantier', url: 'https://exemple.fr/connexion' },
    subject: (_, lang) => texts(lang).mail.subject,
    view: (data, lang) => silentBody(lang, String(data.name ?? ''), String(data.url ?? '')),
  },
  {
    id: 'follow-up.handed',
    example: {
      name: 'Marie Lantier',
      by: 'Paul Vidal',
      day: '12 mars 2027',
      url: 'https://exemple.fr/bureau/suivi?qui=moi',
    },
    subject: (_, lang) => texts(lang).handedMail.subject,
    view: (data, lang) => {
      const t = texts(lang).handedMail
      return (
        <>
          <p>{t.hello(String(data.name ?? ''))}</p>
          <p>{t.text(String(data.by ?? ''), String(data.day ?? ''))}</p>
          <p>
            <a href={String(data.url ?? '')}>{t.act}</a>
          </p>
        </>
      )
    },
  },
]
