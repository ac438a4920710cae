import { T } from '../T'
import { useTexts } from '../useTexts'

export type Crumb = { label: string; href?: string }

/** The way here; the last one is this page. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTexts().layout
  return (
    <nav className="crumbs" aria-label={t.breadcrumbs}>
      <ol>
        {crumbs.map((crumb, i) => (
          <li key={crumb.href ?? crumb.label}>
            {crumb.href && i < crumbs.length - 1 ? (
              <a className="crumbs__link" href={crumb.href}>
                <T>{crumb.label}</T>
              </a>
            ) : (
              <span aria-current="page">
                <T>{crumb.label}</T>
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
