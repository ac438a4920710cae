import type { ServerProps } from 'payload'
import { typeset } from '@/ui/typography'
import { texts } from '../i18n'
import { adminLang } from '../lang'
import { Preferences } from './Preferences'

/** What staff chooses for the admin. Address and password are changed on our own page, where their rules are. */
export function Account({ i18n }: Pick<ServerProps, 'i18n'>) {
  const lang = adminLang(i18n)
  const t = texts(lang).account
  return (
    <div className="gutter--left gutter--right settings">
      <h2>{t.title}</h2>
      <p>{typeset(t.lead, lang)}</p>
      <p>
        <a className="settings__act" href="/moi/compte">
          {t.open}
        </a>
      </p>
      <h2>{t.preferences}</h2>
      <Preferences texts={t} />
    </div>
  )
}
