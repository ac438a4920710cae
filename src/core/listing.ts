/**
 * A list as its address says it: `?q=…&tri=…&page=…`. Reading is polite: what it does not understand is the default.
 * The address leaves the defaults out, so that a list has one address.
 */
export type Term<T extends string = string> = {
  /** What stands where the address says nothing. */
  readonly blank: T
  readonly read: (given: string | null) => T
}

/** Words somebody looks for, at most `max` characters. */
export const words = (max = 100): Term => ({
  blank: '',
  read: (given) => (given ?? '').replace(/\s+/g, ' ').trim().slice(0, max).trimEnd(),
})

/** One of some values; the first is the default. */
export const oneOf = <const T extends string>(known: readonly [T, ...T[]]): Term<T> => ({
  blank: known[0],
  read: (given) => known.find((value) => value === given) ?? known[0],
})

/** As far as pages are counted: beyond, there is nobody but machines. */
const LAST_PAGE = 100_000

/** The page an address asks for; the first where it asks for none that there could be. */
export function pageNumber(query: URLSearchParams): number {
  const page = Number(query.get('page') ?? 1)
  return Number.isSafeInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1
}

type Terms = Readonly<Record<string, Term>>
export type ListingOf<T extends Terms> = { [K in keyof T]: T[K] extends Term<infer V> ? V : never } & {
  page: number
}

export type Listing<T extends Terms> = {
  read: (query: URLSearchParams) => ListingOf<T>
  /** The address; `page` goes back to the first unless it is said. */
  href: (path: string, listing: Partial<ListingOf<T>>) => string
  /** What narrows or sorts the list beside some terms: for the hidden fields of the form that asks for those. */
  hidden: (listing: ListingOf<T>, ...asked: (keyof T)[]) => Record<string, string | undefined>
}

export function listingOf<const T extends Terms>(terms: T): Listing<T> {
  const said = (name: string, value: unknown): value is string =>
    typeof value === 'string' && value !== terms[name]?.blank
  return {
    read(query) {
      const read = Object.entries(terms).map(([name, term]) => [name, term.read(query.get(name))])
      return {
        ...Object.fromEntries(read),
        page: pageNumber(query),
      } as ListingOf<T>
    },
    href(path, listing) {
      const query = new URLSearchParams()
      for (const name of Object.keys(terms)) {
        const value: unknown = listing[name]
        if (said(name, value)) query.set(name, value)
      }
      if (listing.page && listing.page > 1) query.set('page', String(listing.page))
      const text = query.toString()
      return text === '' ? path : `${path}?${text}`
    },
    hidden(listing, ...asked) {
      const others = Object.keys(terms).filter((name) => !asked.includes(name))
      return Object.fromEntries(
        others.map((name) => {
          const value: unknown = listing[name]
          return [name, said(name, value) ? value : undefined]
        }),
      )
    },
  }
}
