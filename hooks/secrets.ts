/**
 * Secrets of settings that this process has read. A program's error may carry one (an address with a key in it): what
 * is noted of errors, and every line of the log, goes through `withoutSecrets`.
 */
const known = new Set<string>()
/** Shorter ones stand in ordinary words. */
const SHORTEST = 6
const HIDDEN = '•••'

/** From now on this is not to be written anywhere. */
export function keepSecret(value: unknown): void {
  if (typeof value !== 'string' || value.length < SHORTEST) return
  known.add(value)
  // As it stands in JSON, and in an address.
  known.add(JSON.stringify(value).slice(1, -1))
  known.add(encodeURIComponent(value))
}

export function withoutSecrets(text: string): string {
  let clean = text
  for (const secret of known) if (clean.includes(secret)) clean = clean.replaceAll(secret, HIDDEN)
  return clean
}
