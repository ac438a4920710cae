import type { ReactNode } from 'react'
import { Illustration, type IllustrationName } from '../brand/Illustration'
import { T } from '../T'

export type EmptyStateProps = {
  title: ReactNode
  /** What will be here, and what to do next. */
  children?: ReactNode
  action?: ReactNode
  picture?: IllustrationName | null
}

export function EmptyState({ title, children, action, picture = 'drawer' }: EmptyStateProps) {
  return (
    <div className="empty">
      {picture && <Illustration name={picture} width={180} />}
      <div className="empty__text">
        <p className="empty__title">
          <T>{title}</T>
        </p>
        {children && (
          <p>
            <T>{children}</T>
          </p>
        )}
        {action && <div className="actions">{action}</div>}
      </div>
    </div>
  )
}
