import type { Lang } from '@/core/lang'
import type { MailTemplate } from '@/hooks'
import { type Texts, texts } from '../i18n'

/** What every mail about an exchange says: to whom, about whom, what, how much, where. */
export type ExchangeMail = { name: string; other: string; title: string; amount: number; url: string }

type Kind = Exclude<keyof Texts['mails'], 'hello' | 'open'>
type Words = {
  subject: string | ((other: string, n: number) => string)
  body: (other: string, title: string, n: number) => string
}

const template = (kind: Kind): MailTemplate => ({
  id: `exchanges.${kind}`,
  subject: (data, lang) => {
    const { subject } = wordsOf(kind, lang)
    return typeof subject === 'string' ? subject : subject(String(data.other), Number(data.amount))
  },
  view: (data, lang) => {
    const t = texts(lang).mails
    const { body } = wordsOf(kind, lang)
    return (
      <>
        <p>{t.hello(String(data.name))}</p>
        <p>{body(String(data.other), String(data.title), Number(data.amount))}</p>
        <p>
          <a href={String(data.url)}>{t.open}</a>
        </p>
      </>
    )
  },
  example: {
    name: 'Marie Lefèvre',
    other: 'Paul Nguyen',
    title: 'Relire un contrat de prestation',
    amount: 5,
    url: 'https://exemple.fr/entraide/018f0000-0000-7000-8000-000000000000',
  },
})

const wordsOf = (kind: Kind, lang: Lang): Words => texts(lang).mails[kind] as Words

export const mails: MailTemplate[] = (
  [
    'asked',
    'accepted',
    'declined',
    'short',
    'delivered',
    'settled',
    'disputed',
    'released',
    'cancelled',
    'expired',
  ] as const
).map(template)
