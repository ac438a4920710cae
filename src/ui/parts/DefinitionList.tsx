import type { ReactNode } from 'react'
import { T } from '../T'

export type Definition = { term: string; value: ReactNode }

export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="facts">
      {items.map((item) => (
        <div key={item.term} className="facts__item">
          <dt>
            <T>{item.term}</T>
          </dt>
          <dd>
            <T>{item.value}</T>
          </dd>
        </div>
      ))}
    </dl>
  )
}
