/** First segments that belong to the program: a page by such a name could never be reached. */
export const RESERVED: readonly string[] = (
  'admin api widgets webhooks healthz readyz metrics design assets media _next robots sitemap favicon ' +
  'connexion deconnexion langue bienvenue moi aujourdhui annuaire forum actualites nouveau'
).split(' ')

export type SlugReason = 'slug.malformed' | 'slug.taken-by-program'

/** May this be the address of a page? Small letters, figures and hyphens; not one of the words the program answers to. */
export function slugRefusal(slug: unknown, others: Iterable<string> = RESERVED): SlugReason | null {
  if (typeof slug !== 'string' || slug.length > 80 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    return 'slug.malformed'
  for (const other of others) if (other === slug) return 'slug.taken-by-program'
  return null
}

/** The first segments of routes: `/forum/:id` → "forum"; those that begin with a parameter have none. */
export const firstSegments = (paths: Iterable<string>): Set<string> =>
  new Set([...paths].map((path) => path.split('/')[1] ?? '').filter((s) => s !== '' && !/[:*{]/.test(s)))
