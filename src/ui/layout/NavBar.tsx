import { T } from '../T'
import { useTexts } from '../useTexts'

export type NavLink = { href: string; label: string; current?: boolean }

/** The public site's links. */
export function NavBar({ links, label }: { links: readonly NavLink[]; label?: string }) {
  const t = useTexts().layout
  return (
    <nav className="nav" aria-label={label ?? t.mainNav}>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a className="nav__link" href={link.href} aria-current={link.current ? 'page' : undefined}>
              <T>{link.label}</T>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
