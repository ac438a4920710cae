import { cx } from '../classes'
import { T } from '../T'

export type Door = {
  href: string
  label: string
  /** What awaits behind it, a way there each: « 3 candidatures à étudier ». */
  awaits?: readonly { label: string; href: string }[]
}

export type DoorsProps = {
  doors: readonly Door[]
  label?: string
  /** Each of them is something that awaits. */
  urgent?: boolean
}

/** The ways into rooms of work, one under the other; beneath each, what awaits there. */
export function Doors({ doors, label, urgent }: DoorsProps) {
  return (
    <ul className="doors" aria-label={label}>
      {doors.map((door) => (
        <li key={door.href} className="doors__door">
          <a className={cx('doors__link', urgent && 'doors__link--urgent')} href={door.href}>
            <T>{door.label}</T>
          </a>
          {door.awaits && door.awaits.length > 0 && (
            <ul className="doors__awaits">
              {door.awaits.map((thing) => (
                <li key={`${thing.href} ${thing.label}`}>
                  <a href={thing.href}>
                    <T>{thing.label}</T>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
