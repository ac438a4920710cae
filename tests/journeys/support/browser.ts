import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { CHROMIUM_FLAGS } from '@/tests/support/chromium'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const SHOTS = resolve('screenshots')

export type Device = { name: string; width: number; height: number; javaScript: boolean }

export const DEVICES: Device[] = [
  { name: 'desktop', width: 1440, height: 900, javaScript: true },
  { name: 'phone', width: 360, height: 740, javaScript: true },
  { name: 'desktop-no-js', width: 1280, height: 800, javaScript: false },
  { name: 'phone-no-js', width: 360, height: 740, javaScript: false },
]

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '', args: [...CHROMIUM_FLAGS] })

/** One person at one device: a browser context of their own. */
export class Somebody {
  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly device: Device,
    readonly url: string,
    readonly complaints: string[],
  ) {}

  static async at(browser: Browser, url: string, device: Device, locale = 'fr-FR'): Promise<Somebody> {
    const context = await browser.newContext({
      viewport: { width: device.width, height: device.height },
      javaScriptEnabled: device.javaScript,
      locale,
      // axe is injected by the test; our pages' policy would refuse it. Violations of the policy by our own pages are
      // looked for in tests/journeys/pages.journey.test.ts, where it is not bypassed.
      bypassCSP: true,
    })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (m) => m.type() === 'error' && complaints.push(`${page.url()} console: ${m.text()}`))
    page.on('pageerror', (e) => complaints.push(`${page.url()} script: ${e.message}`))
    page.on('request', (r) => {
      if (!r.url().startsWith(url) && !r.url().startsWith('data:'))
        complaints.push(`foreign request: ${r.url()}`)
    })
    page.on('response', (r) => r.status() >= 500 && complaints.push(`${r.status()} ${r.url()}`))
    return new Somebody(page, context, device, url, complaints)
  }

  /** Opens a path; returns the status. */
  async open(path: string): Promise<number> {
    const answer = await this.page.goto(this.url + path)
    return answer?.status() ?? 0
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.open('/connexion')
    await this.page.fill('input[name=email]', email)
    await this.page.fill('input[name=password]', password)
    await this.press('Me connecter')
  }

  /** Presses the button of the page's matter that reads so. */
  async press(name: string | RegExp): Promise<void> {
    await this.page.locator('main').getByRole('button', { name }).first().click()
    await this.page.waitForLoadState()
  }

  text(): Promise<string> {
    return this.page.locator('body').innerText().then(plain)
  }

  /** Reloads until the page says so: for what follows a decision in the background. */
  async until(path: string, says: string | RegExp, within = 20_000): Promise<void> {
    const end = Date.now() + within
    for (;;) {
      await this.open(path)
      const text = await this.text()
      if (typeof says === 'string' ? text.includes(says) : says.test(text)) return
      if (Date.now() > end) throw new Error(`${path} never said ${says}:\n${text}`)
      await new Promise((r) => setTimeout(r, 300))
    }
  }

  /** Keeps a picture, looks for accessibility faults (WCAG 2.2 AA) and for sideways scrolling. */
  async look(name: string): Promise<void> {
    mkdirSync(SHOTS, { recursive: true })
    await this.page.screenshot({ path: join(SHOTS, `${name}-${this.device.name}.png`), fullPage: true })
    const wide = await this.page
      .evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      .catch(() => 0)
    expect(wide, `${this.page.url()} scrolls sideways at ${this.device.width}`).toBeLessThanOrEqual(0)
    if (!this.device.javaScript) return
    expect(await this.faults(), this.page.url()).toEqual([])
  }

  faults(): Promise<string[]> {
    return axeFaults(this.page)
  }

  async leave(): Promise<void> {
    await this.context.close()
    expect(this.complaints).toEqual([])
  }
}

/** What axe-core finds, a line each. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE })
  return page.evaluate(async () => {
    const axe = (
      window as unknown as {
        axe: { run(o: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
    ).axe
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)}`))
  })
}

/** Narrow and no-break spaces as plain ones, so that sentences compare. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[ \t]+/g, ' ')
