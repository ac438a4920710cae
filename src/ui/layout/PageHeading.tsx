import type { ReactNode } from 'react'
import { T } from '../T'

export type PageHeadingProps = {
  title: ReactNode
  /** The question the page answers, or its answer, in a sentence or two. */
  lead?: ReactNode
  /** Above the title: a kind, a date, a status. */
  kicker?: ReactNode
  /** The one main act of the page. */
  action?: ReactNode
}

export function PageHeading({ title, lead, kicker, action }: PageHeadingProps) {
  return (
    <div className="heading">
      <div className="heading__text">
        {kicker && (
          <div className="kicker">
            <T>{kicker}</T>
          </div>
        )}
        <h1>
          <T>{title}</T>
        </h1>
        {lead && (
          <p className="lead">
            <T>{lead}</T>
          </p>
        )}
      </div>
      {action && <div className="heading__act">{action}</div>}
    </div>
  )
}
