import { safeHref } from '@/collections/richtext/domain/links'

/** What somebody typed as an address → one the server accepts, its scheme added where it goes without saying. */
export function linkAddress(typed: string): string | null {
  const address = typed.trim()
  const accepted = safeHref(address)
  if (accepted !== null || /\s/.test(address)) return accepted
  if (/^[^/:@]+@[^/:@]+\.[^/:@]+$/.test(address)) return safeHref(`mailto:${address}`)
  return /^[^/:@]+\.[^:@]+$/.test(address) ? safeHref(`https://${address}`) : null
}
