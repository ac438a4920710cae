import type { ReactNode } from 'react'
import { T } from '../T'
import { useTexts } from '../useTexts'

export type NoticeProps = { kind?: 'info' | 'warning' | 'tip'; title?: string; children: ReactNode }

/** Something to know before going on, within the page it is about. */
export function Notice({ kind = 'info', title, children }: NoticeProps) {
  const t = useTexts().notice
  return (
    <div className={`notice notice--${kind}`} role="note">
      <strong className="notice__title">
        <T>{title ?? t[kind]}</T>
      </strong>
      <div>
        <T>{children}</T>
      </div>
    </div>
  )
}
