type Backoff = { base: number; factor: number; max: number; jitter: number }

/**
 * How long to wait after the n-th failure (n ≥ 1), in milliseconds. The jitter keeps what failed together
 * from coming back together. `random` is in [0, 1).
 */
export function backoffMs(
  failures: number,
  { base, factor, max, jitter }: Backoff,
  random = Math.random(),
): number {
  const exact = Math.min(max, base * factor ** (failures - 1))
  return Math.round(exact * (1 + jitter * (2 * random - 1)))
}
