import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core'
import { LANG_COOKIE } from '@/core/lang'
import { plain } from '../support/browser'
import type { Asker } from './people'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const MAX_BYTES = 40_000
const MAX_REQUESTS = 6
const PHONE = { width: 360, height: 740 }
const DESK = { width: 1440, height: 900 }

/** A page of a browser kept by one person, and what it complains of. */
export type Window = { page: Page; complaints: string[]; close: () => Promise<void> }
/** The same, with one without scripts. */
export type Viewer = Window & { without: Page; network: Network }

export async function openViewer(browser: Browser, url: string, who: Asker): Promise<Viewer> {
  const [context, bare] = await Promise.all([
    contextOf(browser, url, who, { locale: 'fr-FR', viewport: PHONE }),
    contextOf(browser, url, who, { locale: 'fr-FR', viewport: PHONE, javaScriptEnabled: false }),
  ])
  const window = await windowIn(context, url)
  return {
    ...window,
    without: await bare.newPage(),
    network: await watch(window.page),
    close: async () => void (await Promise.all([context.close(), bare.close()])),
  }
}

/** For whoever reads English, at a desk. */
export async function openEnglish(browser: Browser, url: string, who: Asker): Promise<Window> {
  const context = await contextOf(browser, url, who, { locale: 'en-GB', viewport: DESK })
  // Who is signed in has a language of their own; a visitor's is the browser's.
  if (who.cookie) await context.addCookies([{ name: LANG_COOKIE, value: 'en', url }])
  return windowIn(context, url)
}

async function contextOf(browser: Browser, url: string, who: Asker, options: BrowserContextOptions) {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' })
  if (who.cookie) await context.addCookies([{ name: 'compagnon', value: who.cookie, url }])
  return context
}

async function windowIn(context: BrowserContext, url: string): Promise<Window> {
  const page = await context.newPage()
  const complaints: string[] = []
  // That the page itself was refused (a form to mend, an error page) is told by the console too.
  page.on('console', (m) => {
    if (m.type() === 'error' && m.location().url !== page.url()) complaints.push(m.text())
  })
  page.on('pageerror', (e) => complaints.push(e.message))
  page.on('request', (r) => {
    if (!r.url().startsWith(url) && !r.url().startsWith('data:')) complaints.push(`foreign: ${r.url()}`)
  })
  return { page, complaints, close: () => context.close() }
}

type Network = { begin: () => void; seen: () => { bytes: number; requests: string[] } }

/** What each page asks for and weighs as it comes over the wire, nothing kept from the page before. */
async function watch(page: Page): Promise<Network> {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const asked = new Map<string, { url: string; bytes: number }>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    // Portraits are loaded lazily and count apart; so do widgets shown to staff as other sites will load them.
    if (request.url.startsWith('data:') || /\/api\/media\/|\/widgets\//.test(request.url)) return
    asked.set(requestId, { url: request.url, bytes: 0 })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = asked.get(requestId)
    if (request) request.bytes = encodedDataLength
  })
  return {
    begin: () => asked.clear(),
    seen: () => ({
      bytes: [...asked.values()].reduce((sum, { bytes }) => sum + bytes, 0),
      requests: [...asked.values()].map(({ url }) => url),
    }),
  }
}

/** Opens a page cold and says, a line each, what is wrong with it. */
export async function inspect(viewer: Viewer, url: string, expected = 200): Promise<string[]> {
  const { page, network } = viewer
  await page.setViewportSize(PHONE)
  network.begin()
  const answer = await page.goto(url)
  const faults = answer?.status() === expected ? [] : [`status ${answer?.status()}`]
  const { bytes, requests } = network.seen()
  if (bytes > MAX_BYTES) faults.push(`weighs ${bytes} bytes: ${requests.join(' ')}`)
  if (requests.length > MAX_REQUESTS) faults.push(`asks for ${requests.length} files: ${requests.join(' ')}`)
  faults.push(...(await withoutScript(viewer, url)), ...(await inspectShown(viewer)))
  return faults
}

/** Opens a page in English, and says what is wrong with how it comes and, where it is not known, what it is made of. */
export async function inspectEnglish(
  { page, complaints }: Window,
  { url, status: expected, make }: { url: string; status: number; make: 'new' | 'known' },
): Promise<string[]> {
  const status = (await page.goto(url))?.status()
  const lang = await page.getAttribute('html', 'lang')
  if (make === 'new') await page.evaluate(AXE)
  // Colours do not know the language, and are what takes long.
  const found = make === 'new' ? await axe(page, 'in English', { without: ['color-contrast'] }) : []
  return [
    ...(status === expected ? [] : [`status ${status}`]),
    ...(lang === 'en' ? [] : [`lang: ${lang}`]),
    ...found,
    ...complaints.splice(0),
  ]
}

/** What is wrong with the page as it is shown now. */
export async function inspectShown({ page, complaints }: Viewer): Promise<string[]> {
  const faults: string[] = []
  faults.push(...(await outline(page)), ...(await keyboard(page)))
  faults.push(...(await unseen(page)).map((name) => `keyboard: ${name}`))
  // Colours apart, no rule of axe looks at the scheme: they are all asked once at each width, colours four times.
  await page.evaluate(AXE)
  faults.push(...(await axe(page, 'phone, light')))
  await page.emulateMedia({ colorScheme: 'dark' })
  faults.push(...(await axe(page, 'phone, dark', { only: ['color-contrast'] })))
  await page.setViewportSize(DESK)
  faults.push(...(await axe(page, 'desk, dark')))
  await page.emulateMedia({ colorScheme: 'light' })
  faults.push(...(await axe(page, 'desk, light', { only: ['color-contrast'] })))
  await page.setViewportSize(PHONE)
  faults.push(...complaints.splice(0))
  return faults
}

async function outline(page: Page): Promise<string[]> {
  const { h1, title, wide, lang } = await page.evaluate(() => ({
    h1: [...document.querySelectorAll('h1')].map((h) => h.textContent?.trim() ?? ''),
    title: document.title,
    wide: document.documentElement.scrollWidth - window.innerWidth,
    lang: document.documentElement.lang,
  }))
  return [
    ...(h1.length === 1 && h1[0] ? [] : [`${h1.length} h1: ${h1.join(' | ')}`]),
    // What other sites frame is named by what it shows.
    ...(/^\S.+ · Compagnon$/.test(title) || page.url().includes('/widgets/') ? [] : [`title: ${title}`]),
    ...(lang === 'fr' ? [] : [`lang: ${lang}`]),
    ...(wide > 0 ? [`scrolls sideways by ${wide}`] : []),
  ]
}

type AxeWindow = {
  axe: {
    run(
      o: object,
    ): Promise<{ violations: { id: string; nodes: { html: string; any: { message: string }[] }[] }[] }>
  }
}
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe-core finds (WCAG 2.2 AA), by these rules alone or by all but these. */
async function axe(
  page: Page,
  where: string,
  { only, without = [] }: { only?: string[]; without?: string[] } = {},
): Promise<string[]> {
  const found = await page.evaluate(
    async (options) => {
      const { violations } = await (window as unknown as AxeWindow).axe.run({
        ...options,
        resultTypes: ['violations'],
      })
      return violations.flatMap((v) =>
        v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} ${n.any[0]?.message ?? ''}`),
      )
    },
    {
      runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: STANDARD },
      rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    },
  )
  return found.map((fault) => `axe (${where}) ${fault}`)
}

/**
 * By keyboard alone: Tab goes through all that can have the focus, in the order of the page, and comes out at its end;
 * each is seen when it has it, with a mark of the focus. A field may open into an editor, or take several stops (a date).
 */
async function keyboard(page: Page): Promise<string[]> {
  const count = await page.evaluate(() => {
    const can = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]'
    const radios = new Set<string>()
    const stops = [...document.querySelectorAll<HTMLElement>(can)].filter((e) => {
      if (
        e.tabIndex < 0 ||
        e.matches(':disabled, [type=hidden]') ||
        !e.checkVisibility({ visibilityProperty: true })
      )
        return false
      if (!(e instanceof HTMLInputElement) || e.type !== 'radio') return true
      // A group of radios is one stop: the one chosen, or else the first.
      const group = `${e.form?.action} ${e.form?.id} ${e.name}`
      const all = [...(e.form ?? document).querySelectorAll<HTMLInputElement>(`input[name="${e.name}"]`)]
      const chosen = all.find((one) => one.checked)
      if (radios.has(group) || (chosen && chosen !== e)) return false
      radios.add(group)
      return true
    })
    const w = window as unknown as Walk
    w.stops = stops
    w.met = []
    w.left = false
    addEventListener('focusin', ({ target }) => {
      const at = stops.indexOf(target as HTMLElement)
      if (at < 0 || w.left) return
      // Back at the first: it came out at the end.
      if (at === 0 && w.met.length > 0) w.left = true
      else if (w.met.at(-1) !== at) w.met.push(at)
    })
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
    return stops.length
  })
  for (let i = 0, done = false; !done && i < count * 2 + 40; i += 10) {
    for (let n = 0; n < Math.min(10, count + 1); n++) await page.keyboard.press('Tab')
    done = await page.evaluate(() => {
      const { left, met, stops } = window as unknown as Walk
      return left || met.length >= stops.length
    })
  }
  return page.evaluate(() => {
    const { stops, met } = window as unknown as Walk
    const name = (e: Element | undefined) =>
      `${e?.tagName.toLowerCase()} ${(e?.textContent || e?.getAttribute('aria-label') || e?.getAttribute('name') || '').trim().slice(0, 40)}`
    const there = (e: HTMLElement) => e.isConnected && e.checkVisibility({ visibilityProperty: true })
    const missed = stops.filter((e, i) => there(e) && !met.includes(i))
    const back = met.findIndex((at, i) => i > 0 && at < (met[i - 1] ?? -1))
    return [
      ...missed.map((e) => `keyboard: Tab never came to ${name(e)}`),
      ...(back < 0
        ? []
        : [
            `keyboard: Tab came to ${name(stops[met[back] ?? -1])} after ${name(stops[met[back - 1] ?? -1])}`,
          ]),
    ]
  })
}

type Walk = { stops: HTMLElement[]; met: number[]; left: boolean }

/** Those that cannot be seen, or not that they have it, while they have the focus. */
const unseen = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = []
    for (const e of (window as unknown as Walk).stops) {
      if (!e.isConnected || !e.checkVisibility({ visibilityProperty: true })) continue
      e.focus()
      // What opens into an editor hands the focus on.
      if (document.activeElement !== e) continue
      const name = `${e.tagName.toLowerCase()} ${(e.textContent || e.getAttribute('aria-label') || e.getAttribute('name') || '').trim().slice(0, 40)}`
      // A radio or box drawn by its label shows the focus there.
      const shown = e.closest('label') ?? e
      // Words over two lines are two boxes, and of what is tall a part will do.
      const [box] = shown.getClientRects()
      const under = [0.1, 0.5, 0.9].map((part) =>
        box ? document.elementFromPoint(box.left + box.width / 2, box.top + box.height * part) : null,
      )
      const inside = under.some((at) => at && (shown.contains(at) || at.contains(shown) || e.contains(at)))
      if (!inside) {
        faults.push(`${name} is not seen with the focus (under ${under[1]?.outerHTML.slice(0, 60)})`)
        continue
      }
      const marked = [e, shown, e.parentElement, e.nextElementSibling].some((part) => {
        if (!part) return false
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part)
        return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
      })
      if (!marked) faults.push(`${name} bears no mark of the focus`)
    }
    return faults
  })

/** The page with scripts off says all that it says with them, but for the buttons that do nothing without. */
async function withoutScript({ page, without }: Viewer, url: string): Promise<string[]> {
  await without.goto(url)
  const said = async (p: Page) => plain(await p.locator('main').innerText()).split(/\s*\n\s*/)
  const buttons = await page.locator('main button[type=button]').allInnerTexts()
  const [on, off] = [
    await said(page),
    new Set([...(await said(without)), ...buttons.map((b) => plain(b).trim())]),
  ]
  const missing = on.filter((line) => line && !off.has(line))
  return missing.length > 0 ? [`without script it does not say: ${missing.slice(0, 5).join(' | ')}`] : []
}
