import { Icon, type IconName } from '../brand/Icon'
import { useTexts } from '../useTexts'
import type { NavLink } from './NavBar'

export type Place = NavLink & {
  icon: IconName
  /** How much is new there. */
  count?: number
}

/** The extranet's places, five at most: at the bottom of a phone, under the head of a wider page. */
export function BottomBar({ places }: { places: readonly Place[] }) {
  const t = useTexts().layout
  return (
    <nav className="places" aria-label={t.places}>
      <ul>
        {places.slice(0, 5).map((place) => (
          <li key={place.href}>
            <a className="places__link" href={place.href} aria-current={place.current ? 'page' : undefined}>
              <Icon name={place.icon} size={22} />
              <span className="places__label">{place.label}</span>{' '}
              {place.count ? (
                <span className="count">
                  <span aria-hidden="true">{place.count > 99 ? '99+' : place.count}</span>
                  <span className="visually-hidden">, {t.news(place.count)}</span>
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
