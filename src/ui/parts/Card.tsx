import type { ReactNode } from 'react'
import { cx } from '../classes'
import { T } from '../T'
import { Heading, type Level } from './Heading'

export type CardProps = {
  title?: ReactNode
  /** The title leads there; the whole card can be pressed. */
  href?: string
  level?: Level
  /** Above the title: a kind, a place, a status. */
  top?: ReactNode
  /** A portrait or a picture. */
  picture?: ReactNode
  /** Below: who, when, how many. */
  foot?: ReactNode
  /** Set apart among its neighbours. */
  marked?: boolean
  /** Inside a CardList. */
  as?: 'article' | 'li' | 'div'
  children?: ReactNode
}

export function Card({
  title,
  href,
  level = 3,
  top,
  picture,
  foot,
  marked,
  as: Tag = 'article',
  children,
}: CardProps) {
  return (
    <Tag
      className={cx(
        'card',
        href && 'card--link',
        marked && 'card--marked',
        picture != null && 'card--picture',
      )}
    >
      {picture != null && <div className="card__picture">{picture}</div>}
      <div className="card__body">
        {top && <div className="card__top">{top}</div>}
        {title && (
          <Heading level={level} className="card__title">
            {href ? (
              <a href={href}>
                <T>{title}</T>
              </a>
            ) : (
              <T>{title}</T>
            )}
          </Heading>
        )}
        {children && (
          <div className="card__text">
            <T>{children}</T>
          </div>
        )}
        {foot && <div className="card__foot">{foot}</div>}
      </div>
    </Tag>
  )
}

/** Cards in as many columns as there is room for; give its cards `as="li"`. */
export function CardList({
  children,
  label,
  narrow,
}: {
  children: ReactNode
  label?: string
  narrow?: boolean
}) {
  return (
    <ul className={cx('cards', narrow && 'cards--narrow')} aria-label={label}>
      {children}
    </ul>
  )
}
