import type { Lang } from '@/core/lang'
import type { MailTemplate } from '@/hooks'
import { texts } from '../i18n'

const text = (value: string | number | undefined) => String(value ?? '')

/** A paper was made out for somebody: what it is for, and where it is. */
const paper = (kind: 'receipt' | 'credit'): MailTemplate => ({
  id: `payments.${kind}`,
  example: {
    name: 'Marie Lantier',
    number: '2027-0012',
    amount: '5,00 €',
    label: 'Cotisation, saison 2027',
    url: 'https://exemple.fr/recus/1',
    method: 'card',
  },
  subject: (data, lang: Lang) => texts(lang).mails[kind].subject(text(data.number)),
  view: (data, lang) => {
    const t = texts(lang).mails
    return (
      <>
        <p>{t.hello(text(data.name))}</p>
        <p>
          {t[kind].text(text(data.amount), text(data.label))}
          {kind === 'credit' && data.method === 'card' ? ` ${t.credit.onCard}` : null}
        </p>
        <p>
          <a href={text(data.url)}>{t[kind].act}</a>
        </p>
        <p>
          {t.bye}
          <br />
          {t.signature}
        </p>
      </>
    )
  },
})

export const paymentsMails: MailTemplate[] = [paper('receipt'), paper('credit')]
