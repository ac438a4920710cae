import { LANGS, type Lang } from '@/core/lang'
import { useUi } from '../context'
import { useTexts } from '../useTexts'

const NAMES: Record<Lang, string> = { fr: 'Français', en: 'English' }

/** The same page in each language. */
export function LanguageSwitch({ hrefs }: { hrefs: Readonly<Record<Lang, string>> }) {
  const { lang } = useUi()
  const t = useTexts().layout
  return (
    <nav className="langs" aria-label={t.languages}>
      <ul>
        {LANGS.map((code) => (
          <li key={code}>
            <a
              href={hrefs[code]}
              hrefLang={code}
              lang={code}
              aria-current={code === lang ? 'true' : undefined}
            >
              {NAMES[code]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
