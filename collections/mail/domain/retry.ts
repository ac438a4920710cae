import { DAY, MINUTE } from '@/core/clock'

/** How long a mail is offered before it is given up: "at least 4–5 days" (RFC 5321 § 4.5.4.1). */
export const GIVE_UP_AFTER_MS = 5 * DAY

const FIRST_MS = MINUTE
const LONGEST_MS = 30 * MINUTE
const JITTER = 0.2

/**
 * When to offer a mail again after its n-th attempt (n ≥ 1), or null once it has waited too long. Short at
 * first: greylisting wants a few minutes. `random` is in [0, 1).
 */
export function nextAttempt(
  queuedAt: Date,
  attempts: number,
  now: Date,
  random = Math.random(),
): Date | null {
  if (now.getTime() - queuedAt.getTime() >= GIVE_UP_AFTER_MS) return null
  const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1))
  return new Date(now.getTime() + Math.round(wait * (1 + JITTER * (2 * random - 1))))
}
