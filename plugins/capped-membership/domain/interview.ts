import { DAY } from '@/core/clock'
import { ok, type Result, refuse } from '@/core/result'

const FARTHEST = 183 * DAY

/** An interview is planned for a moment to come, within half a year. */
export function checkInterview(at: Date, now: Date): Result<Date, 'interview.in-past' | 'interview.too-far'> {
  if (at.getTime() <= now.getTime()) return refuse('interview.in-past')
  return at.getTime() - now.getTime() > FARTHEST ? refuse('interview.too-far') : ok(at)
}

/** Is the interview still to come? */
export const interviewAhead = (file: { interviewAt?: string | null }, now: Date): boolean =>
  Boolean(file.interviewAt) && new Date(file.interviewAt as string) > now
