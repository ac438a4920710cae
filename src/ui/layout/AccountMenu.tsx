import type { Lang } from '@/core/lang'
import { Icon } from '../brand/Icon'
import { TsAmount } from '../parts/amounts'
import { Portrait } from '../parts/Portrait'
import { useTexts } from '../useTexts'
import { LanguageSwitch } from './LanguageSwitch'
import type { NavLink } from './NavBar'

export type AccountGroup = { title?: string; links: readonly NavLink[] }

export type AccountMenuProps = {
  name: string
  src?: string | null
  balance?: { amount: number; held?: number; href: string }
  /** A group that stands alone needs no title. */
  groups: readonly AccountGroup[]
  signOutAction?: string
  langHrefs?: Readonly<Record<Lang, string>>
}

/** The reader's balance, and what is theirs folded under their portrait. */
export function AccountMenu({ name, src, balance, groups, signOutAction, langHrefs }: AccountMenuProps) {
  const t = useTexts().layout
  return (
    <div className="account">
      {balance && (
        <a className="account__balance" href={balance.href}>
          <TsAmount amount={balance.amount} />
        </a>
      )}
      <details className="account__menu">
        <summary>
          <Portrait name={name} src={src} size="small" />
          <span className="account__name">{name}</span>
          <span className="visually-hidden">, {t.account}</span>
          <Icon name="down" size={16} />
        </summary>
        <div className="account__panel">
          <div className="account__groups">
            {groups.map(({ title, links }) => (
              <div key={title ?? ''}>
                {title && <p className="account__title">{title}</p>}
                <ul aria-label={title}>
                  {links.map((link) => (
                    <li key={link.href}>
                      <a
                        className="account__link"
                        href={link.href}
                        aria-current={link.current ? 'page' : undefined}
                      >
                        {link.label}
                      </a>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
          {langHrefs && <LanguageSwitch hrefs={langHrefs} />}
          {signOutAction && (
            <form method="post" action={signOutAction}>
              <button className="button button--quiet button--small" type="submit">
                <Icon name="leave" /> {t.signOut}
              </button>
            </form>
          )}
        </div>
      </details>
    </div>
  )
}
