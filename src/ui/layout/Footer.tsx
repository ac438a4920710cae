import type { ReactNode } from 'react'
import { Joint } from '../brand/Joint'
import { T } from '../T'
import { useTexts } from '../useTexts'
import type { NavLink } from './NavBar'

export type FooterProps = {
  name: string
  /** One sentence: who we are. */
  motto?: ReactNode
  groups: readonly { title: string; links: readonly NavLink[] }[]
  /** Last line: legal notice, licence. */
  small?: ReactNode
}

export function Footer({ name, motto, groups, small }: FooterProps) {
  const t = useTexts().layout
  return (
    <footer className="footer">
      <Joint />
      <div className="footer__ground">
        <div className="footer__row">
          <div className="footer__house">
            <p className="footer__name">{name}</p>
            {motto && (
              <p>
                <T>{motto}</T>
              </p>
            )}
          </div>
          <nav className="footer__nav" aria-label={t.footerNav}>
            {groups.map((group) => (
              <div key={group.title}>
                <p className="footer__title">
                  <T>{group.title}</T>
                </p>
                <ul>
                  {group.links.map((link) => (
                    <li key={link.href}>
                      <a href={link.href}>
                        <T>{link.label}</T>
                      </a>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </nav>
          {small && (
            <p className="footer__small">
              <T>{small}</T>
            </p>
          )}
        </div>
      </div>
    </footer>
  )
}
