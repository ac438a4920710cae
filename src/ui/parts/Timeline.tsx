import type { ReactNode } from 'react'
import { T } from '../T'
import { useTexts } from '../useTexts'
import { DateText } from './DateText'

export type TimelineEvent = {
  key?: string
  title: ReactNode
  at?: Date | string
  note?: ReactNode
  state?: 'done' | 'now' | 'next' | 'refused'
}

/** The history of something that moves through states, oldest first, what is to come last. */
export function Timeline({ events, label }: { events: readonly TimelineEvent[]; label?: string }) {
  const t = useTexts().timeline
  return (
    <ol className="timeline" aria-label={label}>
      {events.map((event, i) => {
        const state = event.state ?? 'done'
        return (
          <li
            key={event.key ?? i}
            className={`timeline__event timeline__event--${state}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <div className="timeline__title">
              {state !== 'done' && <span className="visually-hidden">{t[state]}, </span>}
              <T>{event.title}</T>
            </div>
            {event.at !== undefined && (
              <div className="timeline__at">
                <DateText at={event.at} />
              </div>
            )}
            {event.note && (
              <div className="timeline__note">
                <T>{event.note}</T>
              </div>
            )}
          </li>
        )
      })}
    </ol>
  )
}
