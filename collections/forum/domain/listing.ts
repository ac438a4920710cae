/** A list of topics as its address says it: `?q=…&tri=…&page=…`. */
export const SORTS = ['activite', 'nouveaux', 'reponses'] as const
export type TopicSort = (typeof SORTS)[number]
export type Listing = { q: string; sort: TopicSort; page: number }

/** Reads an address leniently: what it does not understand is the default. */
export function readListing(query: URLSearchParams): Listing {
  const sort = SORTS.find((s) => s === query.get('tri')) ?? 'activite'
  const page = Number(query.get('page') ?? 1)
  return {
    q: (query.get('q') ?? '').trim().slice(0, 100),
    sort,
    page: Number.isSafeInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  }
}

/** The address of a listing, the defaults left out. */
export function listingHref(path: string, { q, sort, page }: Partial<Listing>): string {
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  if (sort && sort !== 'activite') query.set('tri', sort)
  if (page && page > 1) query.set('page', String(page))
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

export const TOPICS_A_PAGE = 20
export const REPLIES_A_PAGE = 20

/** How many pages that many things fill; one when there are none. */
export const pagesFor = (total: number, size: number): number => Math.max(1, Math.ceil(total / size))

/** On which page the nth thing stands, counted from 1. */
export const pageOf = (position: number, size: number): number => Math.max(1, Math.ceil(position / size))
