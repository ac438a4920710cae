/** Redirects stay on this site: a path, never `//host` nor a scheme. */
export const localPath = (to: string): string => (/^\/(?![/\\])/.test(to) ? to : '/')

/** An address of a site we were told of. @throws otherwise: a bug, or somebody else's address where ours should be. */
export function knownAddress(to: string, origins: readonly string[]): string {
  const { href, origin } = new URL(to)
  if (!origins.includes(origin)) throw new Error(`no form of ours leads to ${origin}`)
  return href
}
