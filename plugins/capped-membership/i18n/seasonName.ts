/**
 * The title of a season inside a French sentence: « la saison 2027 », « l’année 2027 ». Of other titles the gender is not
 * known: they stand as they are, quoted, without an article.
 */
export function theSeason(title: string): string {
  const lower = title.charAt(0).toLowerCase() + title.slice(1)
  if (/^saison(?!\p{L})/u.test(lower)) return `la ${lower}`
  if (/^année(?!\p{L})/u.test(lower)) return `l’${lower}`
  return `«\u00a0${title}\u00a0»`
}
