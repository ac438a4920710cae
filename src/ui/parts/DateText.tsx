import { formatDate, formatDateTime, isCivilDate } from '@/core/dates'
import { useUi } from '../context'
import { nearDate } from './near'

export type DateTextProps = {
  /** An instant, or a civil date `YYYY-MM-DD`. */
  at: Date | string
  /** `near` (default) says near dates in words; `date` and `datetime` are always in full. */
  as?: 'near' | 'date' | 'datetime'
}

/** A date a person reads, with the exact one in its title and for machines. */
export function DateText({ at, as = 'near' }: DateTextProps) {
  const { lang, now, zone } = useUi()
  const civil = isCivilDate(at)
  const exact = civil ? formatDate(at, lang, zone) : formatDateTime(at, lang, zone)
  const text =
    as === 'near' ? nearDate(at, now, lang, zone) : as === 'date' ? formatDate(at, lang, zone) : exact
  return (
    <time
      dateTime={civil ? (at as string) : new Date(at).toISOString()}
      title={text === exact ? undefined : exact}
    >
      {text}
    </time>
  )
}
