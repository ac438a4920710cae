import type { ReactNode } from 'react'
import { Icon } from '../brand/Icon'
import { T } from '../T'
import { useTexts } from '../useTexts'

export type FlashKind = 'success' | 'info' | 'refusal'
const ICON = { success: 'check', info: 'info', refusal: 'cross' } as const

export type FlashProps = { kind: FlashKind; title?: string; children?: ReactNode }

/** What became of the act just made; shown once, at the head of the next page. */
export function Flash({ kind, title, children }: FlashProps) {
  const t = useTexts().flash
  return (
    <div className={`flash flash--${kind}`} role={kind === 'refusal' ? 'alert' : 'status'}>
      <Icon name={ICON[kind]} />
      <div className="flash__text">
        <strong className="flash__title">
          <T>{title ?? t[kind]}</T>
        </strong>{' '}
        {children && (
          <span>
            <T>{children}</T>
          </span>
        )}
      </div>
    </div>
  )
}
