import type { ReactNode } from 'react'
import { T } from '../T'

export type DisclosureProps = { summary: ReactNode; open?: boolean; children: ReactNode }

export function Disclosure({ summary, open, children }: DisclosureProps) {
  return (
    <details className="disclosure" open={open}>
      <summary className="disclosure__summary">
        <T>{summary}</T>
      </summary>
      <div className="disclosure__body">
        <T>{children}</T>
      </div>
    </details>
  )
}
