import type { ReactNode } from 'react'
import { T } from '../T'
import { Portrait, type PortraitSize } from './Portrait'

export type PersonLineProps = {
  name: string
  href?: string
  src?: string | null
  /** Trade, place, or since when. */
  note?: ReactNode
  /** At the line's end: a button, an amount, a status. */
  end?: ReactNode
  size?: PortraitSize
}

export function PersonLine({ name, href, src, note, end, size = 'medium' }: PersonLineProps) {
  return (
    <div className="person">
      <Portrait name={name} src={src} size={size} />
      <div className="person__text">
        {href ? (
          <a className="person__name" href={href}>
            {name}
          </a>
        ) : (
          <span className="person__name">{name}</span>
        )}
        {note && (
          <span className="person__note">
            <T>{note}</T>
          </span>
        )}
      </div>
      {end && <div className="person__end">{end}</div>}
    </div>
  )
}
