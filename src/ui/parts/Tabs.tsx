import { T } from '../T'
import { useTexts } from '../useTexts'

export type Tab = { href: string; label: string; current?: boolean; count?: number }

/** Neighbouring views of one thing, each with its address. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label?: string }) {
  const t = useTexts()
  return (
    <nav className="tabs" aria-label={label ?? t.tabs}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a className="tabs__tab" href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              <T>{tab.label}</T> {tab.count !== undefined && <span className="count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
