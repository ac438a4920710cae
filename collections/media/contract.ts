/** Who may fetch a picture by its address. Portraits have addresses nobody can guess and are never listed. */
export type MediaVisibility = 'public' | 'extranet'

/** `content`: chosen by staff for pages and news. `portrait`: a person's own, replaced and erased with them. */
export type MediaKind = 'content' | 'portrait'

/** A picture as Payload gives it with `depth`, reduced to what views need. */
export type Picture = {
  url?: string | null
  width?: number | null
  height?: number | null
  alt?: string | null
  sizes?: { card?: { url?: string | null; width?: number | null; height?: number | null } | null } | null
}
