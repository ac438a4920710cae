import { DAY } from '@/core/clock'
import { ok, type Result, refuse } from '@/core/result'

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/

/** What a clock on the wall shows in a zone, `YYYY-MM-DDTHH:mm`. */
export function wallTime(instant: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant)
  const get = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  return `${get('year').padStart(4, '0')}-${get('month')}-${get('day')}T${get('hour')}:${get('minute')}`
}

/**
 * The instant of a wall time as a `datetime-local` field sends it. The hour skipped in spring does not exist
 * and is refused; the hour that comes twice in autumn means its first passing.
 */
export function instantOf(
  local: string,
  zone: string,
): Result<Date, 'interview.no-such-hour' | 'date.invalid'> {
  const m = LOCAL.exec(local)
  if (!m) return refuse('date.invalid')
  const utc = Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3]), Number(m[4]), Number(m[5]))
  if (new Date(utc).toISOString().slice(0, 16) !== local) return refuse('date.invalid')
  const offsetAt = (ms: number) => Date.parse(`${wallTime(new Date(ms), zone)}:00Z`) - ms
  // The offset in force the day before and the day after: one of the two holds at the hour asked for.
  const [first] = [offsetAt(utc - DAY), offsetAt(utc + DAY)]
    .map((offset) => utc - offset)
    .filter((candidate) => wallTime(new Date(candidate), zone) === local)
    .sort((a, b) => a - b)
  return first === undefined ? refuse('interview.no-such-hour') : ok(new Date(first))
}
