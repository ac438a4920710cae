import type { ReactNode } from 'react'
import { T } from '../T'

/** What kind of state it is; the word says which. Each has a shape of its own, colour only comes after. */
export type StatusKind = 'open' | 'waiting' | 'held' | 'done' | 'refused' | 'closed' | 'draft' | 'alert'

const SHAPES: Record<StatusKind, ReactNode> = {
  open: <circle cx="7" cy="7" r="5" className="status__line" fill="none" stroke="currentColor" />,
  waiting: (
    <>
      <circle cx="7" cy="7" r="5" className="status__line" fill="none" stroke="currentColor" />
      <path d="M7 2A5 5 0 0 1 7 12Z" />
    </>
  ),
  held: (
    <>
      <path d="M2.5 2H11.5V12H2.5Z" className="status__line" fill="none" stroke="currentColor" />
      <path d="M2.5 7H11.5V12H2.5Z" />
    </>
  ),
  done: (
    <>
      <circle cx="7" cy="7" r="6" />
      <path d="M4 7.2L6.3 9.5L10.2 4.8" className="status__cut" fill="none" stroke="#fff" />
    </>
  ),
  refused: (
    <>
      <path d="M1 1H13V13H1Z" />
      <path d="M4.2 4.2L9.8 9.8M9.8 4.2L4.2 9.8" className="status__cut" fill="none" stroke="#fff" />
    </>
  ),
  closed: <path d="M2 5.5H12V8.5H2Z" />,
  draft: (
    <circle
      cx="7"
      cy="7"
      r="5"
      className="status__line status__line--dashed"
      fill="none"
      stroke="currentColor"
    />
  ),
  alert: (
    <>
      <path d="M7 .8L13.6 13H.4Z" />
      <path d="M7 5V9M7 10.6V11.2" className="status__cut" fill="none" stroke="#fff" />
    </>
  ),
}

export function StatusTag({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  return (
    <span className={`status status--${kind}`}>
      <svg
        className="status__shape"
        viewBox="0 0 14 14"
        width="14"
        height="14"
        aria-hidden="true"
        focusable="false"
      >
        {SHAPES[kind]}
      </svg>
      <T>{children}</T>
    </span>
  )
}
