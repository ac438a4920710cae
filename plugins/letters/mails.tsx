import type { Lang } from '@/core/lang'
import type { MailTemplate } from '@/hooks'
import { paragraphsOf } from './domain/paragraphs'
import { texts } from './i18n'

export const LETTER = 'letters.letter'

/** What one reader gets; `choice`: where they say that they wish no news, '' for what everybody is told. */
export type LetterData = { name: string; text: string; from: string; choice: string }

/** A letter as it is read, in a mail and before it leaves. */
export function letterBody({ name, text, from, choice }: LetterData, lang: Lang) {
  const t = texts(lang).mail
  return (
    <>
      <p>{t.hello(name)}</p>
      {paragraphsOf(text).map((lines, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change while it is shown.
        <p key={i}>
          {lines.map((parts, j) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <span key={j}>
              {j > 0 && <br />}
              {parts.map((part, k) =>
                part.href ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                  <a key={k} href={part.href}>
                    {part.text}
                  </a>
                ) : (
                  part.text
                ),
              )}
            </span>
          ))}
        </p>
      ))}
      <p>
        {t.bye}
        <br />
        {from ? t.from(from) : t.fromNobody}
      </p>
      <p>
        <small>
          {choice ? (
            <>
              {t.news} <a href={choice}>{t.stop}</a>
            </>
          ) : (
            t.statutory
          )}
        </small>
      </p>
    </>
  )
}

const said = (value: string | number | undefined): string => String(value ?? '')

export const letterMails: MailTemplate[] = [
  {
    id: LETTER,
    example: {
      name: 'Marie Lantier',
      subject: texts('fr').mail.exampleSubject,
      text: texts('fr').mail.exampleText,
      from: 'Odile Ferrand',
      choice: 'https://exemple.fr/nouvelles/…',
      // Its subject is staff’s own words, the same in either language; a trial says that it is one.
      trial: 1,
    },
    subject: ({ subject, trial }, lang) =>
      trial === 1 ? texts(lang).mail.trial(said(subject)) : said(subject),
    view: ({ name, text, from, choice }, lang) =>
      letterBody({ name: said(name), text: said(text), from: said(from), choice: said(choice) }, lang),
  },
]
