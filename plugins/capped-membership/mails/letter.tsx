import type { ReactNode } from 'react'
import type { Lang } from '@/core/lang'
import type { MailTemplate } from '@/hooks'
import { type Texts, texts } from '../i18n'

type Data = Record<string, string | number>
type Mails = Texts['mails']

export const text = (value: string | number | undefined) => String(value ?? '')

/** Paragraphs of a text in which an empty line parts them. */
export const paragraphs = (value: string) =>
  value.split(/\n\s*\n/).map((part) => <p key={part.slice(0, 40)}>{part}</p>)

/** Every mail greets, says one thing, and can be replied to. */
export const letter = (
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

export const link = (href: string | number | undefined, label: string) => (
  <p>
    <a href={text(href)}>{label}</a>
  </p>
)
