import { formatNumber, type Lang } from '@/core/lang'
import type { TodoItem } from '@/hooks'
import { typeset } from '@/ui/typography'
import { texts } from '../i18n'
import type { Day } from './readTodo'

/** A line for each thing that awaits: how many, what, and the way there; or that nothing does. */
export function Awaiting({ day, lang }: { day: Day; lang: Lang }) {
  const t = texts(lang).day
  return (
    <>
      {day.items.length === 0 && day.unread.length === 0 && (
        <p className="day__nothing">{typeset(t.nothing, lang)}</p>
      )}
      <ul className="day__todo">
        {day.items.map((item) => (
          <li key={`${item.href} ${item.label}`}>
            <a href={item.href}>
              <b>{formatNumber(item.count, lang)}</b> <span>{typeset(withoutCount(item), lang)}</span>
            </a>
          </li>
        ))}
        {day.unread.map((module) => (
          <li key={module} className="day__unread">
            {typeset(t.unread(module), lang)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The words of a line: its figure stands before them, and is not said twice. */
export function withoutCount({ label, count }: TodoItem): string {
  const words = label.replace(count === 1 ? /^(?:une?|one|1)\s+/i : /^[\d\s,.]+/, '')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
