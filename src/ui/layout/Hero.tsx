import type { ReactNode } from 'react'
import { T } from '../T'

export type HeroProps = {
  kicker?: ReactNode
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  /** The season, an illustration. */
  children?: ReactNode
}

/** The first screen of the public site: one sentence in large type, one act, one drawing. */
export function Hero({ kicker, title, lead, actions, children }: HeroProps) {
  return (
    <section className="hero">
      <div className="hero__row">
        <div className="hero__text">
          {kicker && (
            <p className="kicker">
              <T>{kicker}</T>
            </p>
          )}
          <h1 className="hero__title">
            <T>{title}</T>
          </h1>
          {lead && (
            <p className="lead">
              <T>{lead}</T>
            </p>
          )}
          {actions && <div className="actions">{actions}</div>}
        </div>
        {children && <div className="hero__art">{children}</div>}
      </div>
    </section>
  )
}
