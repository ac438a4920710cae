import type { Lang } from '@/core/lang'
import type { MailTemplate } from '@/hooks'
import { RECEIPT_METHODS } from '../contract'
import { texts } from '../i18n'

const text = (value: string | number | undefined) => String(value ?? '')

/** How and when money was given back; mails of before say neither. */
function given(data: Parameters<MailTemplate['view']>[0], lang: Lang): string {
  const { mails, methods } = texts(lang)
  const method = RECEIPT_METHODS.find((m) => m === data.method)
  const how = data.on && method ? mails.credit.how(text(data.on), methods[method]) : ''
  return mails.credit.text(text(data.amount), how, text(data.label))
}

/**
 * A paper was made out for somebody: what it is for, and where it is. `returned`: money went back that a credit note told of
 * before, when it did not arrive.
 */
const paper = (kind: 'receipt' | 'credit' | 'returned'): MailTemplate => ({
  id: `payments.${kind}`,
  example: {
    name: 'Marie Lantier',
    number: '2027-0012',
    amount: '5,00 €',
    label: 'Cotisation, saison 2027',
    url: 'https://exemple.fr/recus/1',
    method: 'card',
    on: '12 janvier 2027',
  },
  subject: (data, lang: Lang) => {
    const { mails } = texts(lang)
    return kind === 'returned' ? mails.returned.subject : mails[kind].subject(text(data.number))
  },
  view: (data, lang) => {
    const t = texts(lang).mails
    const back = kind !== 'receipt'
    return (
      <>
        <p>{t.hello(text(data.name))}</p>
        <p>
          {back ? given(data, lang) : t.receipt.text(text(data.amount), text(data.label))}
          {back && data.method === 'card' ? ` ${t.credit.onCard}` : null}
        </p>
        {kind === 'returned' ? <p>{t.returned.noted}</p> : null}
        <p>
          <a href={text(data.url)}>{t[kind].act}</a>
        </p>
        {back && data.method !== 'card' ? <p>{t.credit.wrong}</p> : null}
        <p>
          {t.bye}
          <br />
          {t.signature}
        </p>
      </>
    )
  },
})

export const paymentsMails: MailTemplate[] = [paper('receipt'), paper('credit'), paper('returned')]
