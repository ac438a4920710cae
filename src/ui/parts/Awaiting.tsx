import type { ReactNode } from 'react'
import { T } from '../T'

export type AwaitingItem = {
  key: string
  /** « Marie attend votre évaluation depuis 3 jours. » */
  sentence: ReactNode
  /** One button. */
  action?: ReactNode
  picture?: ReactNode
}

/** What awaits the reader: a sentence and a button each. */
export function Awaiting({ items, label }: { items: readonly AwaitingItem[]; label?: string }) {
  return (
    <ul className="awaiting" aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className="awaiting__item">
          {item.picture}
          <p className="awaiting__sentence">
            <T>{item.sentence}</T>
          </p>
          {item.action && <div className="awaiting__act">{item.action}</div>}
        </li>
      ))}
    </ul>
  )
}
