/**
 * `<compagnon-compteur lang theme season target>`, for sites of others: sent as it stands here, by its own source
 * (`counter.js`), so it names nothing outside itself. No dependency, no cookie, nothing kept; what stands inside shows
 * until the first figures come, and again once the server has been away for a while.
 */
export function defineCounter(publicUrl: string, css: string): void {
  type Words = Record<'title' | 'text' | 'detail' | 'act', string>
  type Counter = Record<'cap' | 'taken' | 'held', number> & { href: string } & Record<'fr' | 'en', Words>
  type Taker = (counter: Counter | null) => void
  type Feed = { takers: Set<Taker>; counter: Counter | null; watch(): void }

  const NAME = 'compagnon-compteur'
  if (customElements.get(NAME)) return
  // Where this script came from, which may be another name of the same house.
  const script = document.currentScript as HTMLScriptElement | null
  const base = new URL('.', script?.src || `${publicUrl}/widgets/counter.js`).href
  const feeds = new Map<string, Feed>()

  /** One for all elements that show the same season: browsers open few connections to a site. */
  function feedOf(season: string): Feed {
    const known = feeds.get(season)
    if (known) return known
    const query = season && `?season=${encodeURIComponent(season)}`
    const takers = new Set<Taker>()
    let events: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let polls = 0
    let failed = 0
    const wait = (seconds: number) => {
      clearTimeout(timer)
      timer = setTimeout(poll, seconds * 1000)
    }
    const take = (text: string) => {
      failed = 0
      feed.counter = JSON.parse(text)
      for (const taker of takers) taker(feed.counter)
    }
    // It beats every 20 s; a connection that says nothing for longer is asked beside.
    const alive = () => wait(50)
    const listen = () => {
      events = new EventSource(`${base}counter/events${query}`)
      events.onmessage = ({ data }) => {
        alive()
        take(data)
      }
      events.addEventListener('beat', alive)
      // Closed for good: refused, too many, or not allowed here. What broke off is opened again by the browser.
      events.onerror = () => events?.readyState === 2 && wait(feed.counter ? 30 : 0)
    }
    const poll = async () => {
      wait(30 + Math.random() * 5)
      try {
        const answer = await fetch(`${base}counter.json${query}`, { cache: 'no-cache', credentials: 'omit' })
        if (!answer.ok) throw answer
        take(await answer.text())
        // Live again? Asked at once, then every two minutes.
        if (events?.readyState === 2 && polls++ % 4 === 0) listen()
      } catch {
        if (++failed > 2) for (const taker of takers) taker(null)
      }
    }
    const feed: Feed = {
      takers,
      counter: null,
      // A page that nobody looks at asks nothing.
      watch() {
        events?.close()
        clearTimeout(timer)
        if (!takers.size || document.hidden) return
        polls = 0
        listen()
        wait(4)
      },
    }
    document.addEventListener('visibilitychange', feed.watch)
    feeds.set(season, feed)
    return feed
  }

  /** The seats as path data, taken, held (outline and half) and free: src/ui/season/drawing.ts in few words. */
  function draw({ cap, taken, held }: Counter): [box: string, paths: string[]] {
    const wish = Math.sqrt(cap * 3.4)
    let columns = cap <= 10 ? cap : 0
    for (let n = 5; cap > 10 && n <= 40 && n <= cap; n++)
      if (cap % n === 0 && Math.abs(n - wish) < Math.abs(columns - wish)) columns = n
    if (cap > 10 && (!columns || Math.abs(columns - wish) > wish * 0.6)) columns = Math.round(wish)
    const paths = ['', '', '', '']
    const mark = (kind: number, i: number, from: number, inset: number) => {
      const column = i % columns
      const row = Math.floor(i / columns)
      const lean = (column + row) % 2 ? -1.5 : 1.5
      const left = column * 10 + 1.875 + inset
      const right = column * 10 + 11.125 - inset
      const slant = lean * (2 * from - 1)
      const top = row * 15 + from * 12 + (from ? 0 : inset)
      paths[kind] +=
        `M${left - slant} ${top}H${right + slant}L${right + lean} ${row * 15 + 12 - inset}H${left - lean}Z`
    }
    for (let i = 0; i < cap; i++) {
      if (i < taken) mark(0, i, 0, 0)
      else if (i < taken + held) {
        mark(1, i, 0, 0.5)
        mark(2, i, 0.5, 0.5)
      } else mark(3, i, 0, 0.5)
    }
    return [`0 0 ${columns * 10 + 3} ${Math.ceil(cap / columns) * 15 - 3}`, paths]
  }

  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  const make = (tag: string, into: ParentNode, name?: string) => {
    const made = /^(svg|path)$/.test(tag)
      ? document.createElementNS('http://www.w3.org/2000/svg', tag)
      : document.createElement(tag)
    if (name) made.setAttribute('class', name)
    into.append(made)
    return made
  }

  class CompagnonCompteur extends HTMLElement {
    static observedAttributes = ['lang', 'season', 'target']
    feed: Feed | undefined
    show: Taker

    constructor() {
      super()
      const root = this.attachShadow({ mode: 'open' })
      root.adoptedStyleSheets = [sheet]
      const given = make('slot', root) as HTMLElement
      const card = make('div', root, 'card') as HTMLElement
      const title = make('p', card, 'title')
      const text = make('p', card, 'text')
      const svg = make('svg', card)
      svg.setAttribute('aria-hidden', 'true')
      const paths = ['taken', 'held', 'half', 'free'].map((name) => make('path', svg, name))
      const detail = make('p', card, 'detail')
      const link = make('a', make('p', card, 'link')) as HTMLAnchorElement
      this.show = (counter) => {
        given.hidden = !!counter
        card.hidden = !counter
        if (!counter) return
        const lang = (this.lang || document.documentElement.lang).startsWith('en') ? 'en' : 'fr'
        const words = counter[lang]
        card.lang = lang
        title.textContent = words.title
        text.textContent = words.text
        detail.textContent = words.detail
        link.textContent = words.act
        link.href = counter.href
        link.target = this.getAttribute('target') ?? ''
        svg.toggleAttribute('hidden', !counter.cap)
        if (!counter.cap) return
        const [box, drawn] = draw(counter)
        svg.setAttribute('viewBox', box)
        for (const [i, path] of paths.entries()) path.setAttribute('d', drawn[i] ?? '')
      }
      this.show(null)
    }

    connectedCallback() {
      this.feed = feedOf(this.getAttribute('season') ?? '')
      this.feed.takers.add(this.show)
      this.show(this.feed.counter)
      if (this.feed.takers.size === 1) this.feed.watch()
    }

    disconnectedCallback() {
      this.feed?.takers.delete(this.show)
      if (!this.feed?.takers.size) this.feed?.watch()
    }

    attributeChangedCallback() {
      if (!this.isConnected || !this.feed) return
      this.disconnectedCallback()
      this.connectedCallback()
    }
  }
  customElements.define(NAME, CompagnonCompteur)
}
