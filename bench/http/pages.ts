import type { Filled } from '../fill/fill'

export type Visitor = Filled['signed'][number]

export type PageLine = {
  readonly name: string
  readonly signedIn: boolean
  /** The address for one of the visitors; null where there is nothing to show it on. */
  readonly path: (visitor: Visitor, n: number) => string | null
  /** The share of what bare node:http does that is wanted. */
  readonly ofBare?: number
}

const at = (list: readonly string[], n: number): string | null => list[n % list.length] ?? null
const under = (prefix: string, end: string | null): string | null =>
  end === null ? null : `${prefix}/${end}`
const open = (name: string, path: (n: number) => string | null = () => name): PageLine => ({
  name,
  signedIn: false,
  path: (_visitor, n) => path(n),
})
const closed = (name: string, path: PageLine['path'] = () => name): PageLine => ({
  name,
  signedIn: true,
  path,
})

/** The pages measured. One that answers something else than 200 is told as absent. */
export const pagesOf = ({ topics, missions, loges }: Filled): PageLine[] => [
  open('/'),
  open('/adhesion'),
  open('/actualites'),
  open('/actualites/:slug', (n) => `/actualites/lettre-${(n % 8) + 1}`),
  open('/association', () => '/association'),
  open('/loges'),
  open('/loges/:slug', (n) => under('/loges', at(loges, n))),
  { ...open('/widgets/counter.json'), ofBare: 0.5 },
  closed('/aujourdhui'),
  closed('/annuaire'),
  closed('/annuaire?q=', () => '/annuaire?q=relecture+foix'),
  closed('/annuaire/:slug', (visitor) => `/annuaire/${visitor.slug}`),
  closed('/entraide'),
  closed('/entraide/:id', (visitor) => under('/entraide', visitor.exchange)),
  closed('/compte'),
  closed('/compte/mouvements'),
  closed('/compte/releve'),
  closed('/forum'),
  closed('/forum/:category', () => '/forum/rubrique-1'),
  closed('/forum/sujet/:id', (_visitor, n) => under('/forum/sujet', at(topics, n))),
  closed('/missions'),
  closed('/missions/:id', (_visitor, n) => under('/missions', at(missions, n + 1))),
  closed('/moi/profil'),
  closed('/moi/compte'),
]
