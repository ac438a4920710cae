import type { ReactNode } from 'react'
import { T } from '../T'
import { Disclosure } from './Disclosure'
import { type StatusKind, StatusTag } from './StatusTag'
import { Timeline, type TimelineEvent } from './Timeline'

export type StateBlockProps = {
  status: { kind: StatusKind; word: ReactNode }
  /** One sentence: where it stands, who waits for whom. */
  sentence: ReactNode
  /** The next act. */
  action?: ReactNode
  history?: readonly TimelineEvent[]
  /** « Historique »; the history is folded under it. */
  historyLabel?: string
}

/** Anything that moves through states: one sentence, the next act, its history. */
export function StateBlock({
  status,
  sentence,
  action,
  history,
  historyLabel = 'Historique',
}: StateBlockProps) {
  return (
    <section className="state">
      <StatusTag kind={status.kind}>{status.word}</StatusTag>
      <p className="state__sentence">
        <T>{sentence}</T>
      </p>
      {action && <div className="actions">{action}</div>}
      {history && history.length > 0 && (
        <Disclosure summary={historyLabel}>
          <Timeline events={history} label={historyLabel} />
        </Disclosure>
      )}
    </section>
  )
}
