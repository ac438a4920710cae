import type { Browser, Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServerProcess } from '@/tests/support/server'
import { DEVICES, type Device, launch, plain, Somebody } from './support/browser'

/**
 * The editor over a text area of light Markdown: a topic written, refused, sent and changed with it; what it weighs and
 * when it comes; its keyboard; and the text area as it is without it.
 */
let browser: Browser
let server: TestServerProcess
beforeAll(async () => {
  ;[browser, server] = await Promise.all([launch(), startTestServer()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const MEMBER = 'coordination@demo.example'
const EDITOR_MAX_BYTES = 150_000
const withScripts = DEVICES.filter((device) => device.javaScript)
const withoutScripts = DEVICES.filter((device) => !device.javaScript)

/** A topic to be written, in the first category. */
async function newTopic(device: Device): Promise<Somebody> {
  const somebody = await Somebody.at(browser, server.url, device)
  await somebody.signIn(MEMBER, server.password)
  await somebody.open('/forum')
  const href = await somebody.page.locator('main a[href^="/forum/"]').first().getAttribute('href')
  await somebody.open(`${href}/nouveau`)
  return somebody
}

const editable = (page: Page) => page.getByRole('textbox', { name: 'Message' })
const markdown = (page: Page) => page.locator('textarea[name=texte]').inputValue()
const tool = (page: Page, name: string) =>
  page.getByRole('toolbar').getByRole('button', { name, exact: true })

describe.each(withScripts)('the editor ($name)', (device) => {
  it('writes a topic, survives a refusal, and finds it again', async () => {
    const marie = await newTopic(device)
    const { page } = marie
    await page.locator('textarea[name=texte]').focus()
    await page.getByRole('toolbar').waitFor()
    expect(await editable(page).evaluate((node) => node === document.activeElement)).toBe(true)
    await marie.look('editor-01-empty')

    await page.keyboard.type('Bonjour ')
    await tool(page, 'Gras').click()
    expect(await tool(page, 'Gras').getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.type('à toutes')
    await page.keyboard.press('Control+b')
    await page.keyboard.type(' et à tous,')
    await page.keyboard.press('Enter')
    await tool(page, 'Liste à puces').click()
    await page.keyboard.type('un atelier')
    await page.keyboard.press('Enter')
    await page.keyboard.type('une visite')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Tout est sur le site')
    await page.keyboard.press('Control+Shift+ArrowLeft')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('pas une adresse')
    await page.keyboard.press('Enter')
    await marie.look('editor-02-link')
    expect(await marie.text()).toContain('Cette adresse n’est pas acceptée.')
    await page.getByLabel('Adresse du lien').fill('exemple.fr')
    await page.keyboard.press('Enter')
    await page.keyboard.press('End')
    await page.keyboard.type(' ; voir https://ex.org/a_b.')
    const written =
      'Bonjour **à toutes** et à tous,\n\n- un atelier\n- une visite\n\nTout est sur le [site](https://exemple.fr/) ; voir https://ex.org/a_b.'
    await marie.look('editor-03-written')
    expect(await markdown(page)).toBe(written.replace('https://ex.org/a_b', '<https://ex.org/a_b>'))

    // No title: refused, and nothing of the text is lost.
    await marie.press('Publier le sujet')
    expect(await markdown(page)).toContain('**à toutes**')
    expect(marie.complaints.splice(0)).toEqual([expect.stringContaining('422')])
    await page.getByRole('button', { name: 'Mise en forme' }).click()
    expect(await editable(page).locator('strong').innerText()).toBe('à toutes')
    await marie.look('editor-04-refused')
    await page.fill('[name=titre]', `Rencontre ${device.name}`)
    await marie.press('Publier le sujet')

    const post = page.locator('main .prose').first()
    expect(await post.locator('strong').innerText()).toBe('à toutes')
    expect(await post.locator('li').allInnerTexts()).toEqual(['un atelier', 'une visite'])
    expect(
      await post.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['https://exemple.fr/', 'https://ex.org/a_b'])
    await marie.look('editor-05-sent')

    await page.locator('main').getByRole('link', { name: 'Modifier' }).first().click()
    await page.waitForLoadState()
    const before = await markdown(page)
    await page.getByRole('button', { name: 'Mise en forme' }).click()
    expect(await editable(page).locator('li').allInnerTexts()).toEqual(['un atelier', 'une visite'])
    expect(await markdown(page)).toBe(before)
    await page.keyboard.type(' À bientôt.')
    await tool(page, 'Texte brut').click()
    expect(await markdown(page)).toBe(`${before} À bientôt.`)
    expect(await page.getByRole('toolbar').count()).toBe(0)
    await marie.look('editor-06-plain')
    await marie.press('Enregistrer')
    expect(plain(await post.innerText())).toContain('À bientôt.')
    await marie.leave()
  })

  it('is asked by keyboard and left by Tab', async () => {
    const marie = await newTopic(device)
    const { page } = marie
    await page.locator('textarea[name=texte]').focus()
    await page.getByRole('toolbar').waitFor()
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      )
    await page.keyboard.press('Shift+Tab')
    expect(await focused()).toBe('Gras')
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('Italique')
    await page.keyboard.press('End')
    expect(await focused()).toBe('Texte brut')
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('Gras')
    await page.keyboard.press('Escape')
    await page.keyboard.type('# Titre')
    expect(await editable(page).locator('h3').innerText()).toBe('Titre')
    await page.keyboard.press('Enter')
    await page.keyboard.type('du ~~faux~~ `code` **fort** et <b>')
    expect(await markdown(page)).toBe('### Titre\n\ndu ~~faux~~ `code` **fort** et <b>')
    await marie.look('editor-07-typed')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Publier le sujet')
    await marie.leave()
  })

  it('takes from what is pasted what a member may write', async () => {
    const marie = await newTopic(device)
    const { page } = marie
    await page.locator('textarea[name=texte]').focus()
    await page.getByRole('toolbar').waitFor()
    await editable(page).evaluate((node) => {
      const data = new DataTransfer()
      data.setData(
        'text/html',
        `<h1 style="color:red">Titre</h1><p align=center>Un <u>mot</u> <b onclick="x()">gras</b>
         <a href="javascript:alert(1)">faux</a> <a href="https://ex.org">vrai</a><img src="https://x.example/y.png"></p>
         <table><tr><td>a</td><td>b</td></tr></table><script>alert(1)</script>`,
      )
      node.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    })
    const text = await markdown(page)
    expect(text).toContain('### Titre\n\nUn mot **gras** faux [vrai](https://ex.org/)')
    expect(text).not.toContain('alert')
    expect(await editable(page).locator('img, table, u, [align]').count()).toBe(0)
    await marie.leave()
  })
})

it('comes only when it is wanted, weighs little, and keeps the policy of the page', async () => {
  const marie = await newTopic(withScripts[0] as Device)
  const cookie = (await marie.context.cookies()).find((c) => c.name === 'compagnon')
  const path = new URL(marie.page.url()).pathname
  await marie.leave()
  // A context of its own, for the policy is not bypassed here and nothing is cached.
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 800 } })
  await context.addCookies([{ name: 'compagnon', value: cookie?.value ?? '', url: server.url }])
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && complaints.push(m.text()))
  page.on('pageerror', (e) => complaints.push(e.message))
  const answers: Response[] = []
  page.on('response', (answer) => answers.push(answer))
  const weight = async () => {
    let bytes = 0
    for (const answer of answers) {
      const sizes = await answer.request().sizes()
      bytes += sizes.responseBodySize + sizes.responseHeadersSize
    }
    return bytes
  }
  await page.goto(server.url + path, { waitUntil: 'networkidle' })
  expect(answers.length).toBeLessThanOrEqual(6)
  expect(await weight()).toBeLessThanOrEqual(40_000)
  answers.length = 0
  await page.fill('[name=titre]', 'Un titre')
  expect(answers).toEqual([])
  await page.locator('textarea[name=texte]').focus()
  await page.getByRole('toolbar').waitFor()
  await page.keyboard.type('**gras** puis')
  for (const name of ['Italique', 'Barré', 'Code', 'Titre', 'Citation', 'Liste numérotée', 'Annuler', 'Lien'])
    await tool(page, name).click()
  await page.waitForLoadState('networkidle')
  const bytes = await weight()
  expect(bytes, answers.map((answer) => answer.url()).join(' ')).toBeLessThanOrEqual(EDITOR_MAX_BYTES)
  expect(answers.length).toBeLessThanOrEqual(2)
  expect(complaints).toEqual([])
  // Whoever prefers plain text is not asked again.
  await tool(page, 'Texte brut').click()
  await page.reload()
  await page.locator('textarea[name=texte]').focus()
  await page.waitForTimeout(300)
  expect(await page.getByRole('toolbar').count()).toBe(0)
  await context.close()
})

it('leaves to the text area what it could not give back', async () => {
  const marie = await newTopic(withScripts[0] as Device)
  const { page } = marie
  const long = 'mot '.repeat(6_500)
  await page.evaluate(() => localStorage.setItem('compagnon-texte-brut', '1'))
  await page.fill('textarea[name=texte]', long)
  await page.getByRole('button', { name: 'Mise en forme' }).click()
  await page.getByText('il reste ici en texte brut').waitFor()
  expect(await markdown(page)).toBe(long)
  expect(await page.locator('textarea[name=texte]').isVisible()).toBe(true)
  await marie.leave()
})

describe.each(withoutScripts)('without scripts ($name)', (device) => {
  it('the text area does as before', async () => {
    const marie = await newTopic(device)
    const { page } = marie
    expect(await page.getByRole('button', { name: 'Mise en forme' }).count()).toBe(0)
    await page.fill('[name=titre]', `À la main ${device.name}`)
    await page.fill('[name=texte]', 'Du **gras**\n\n- un\n- deux')
    await marie.look('editor-08-no-js')
    await marie.press('Publier le sujet')
    expect(await page.locator('main .prose strong').first().innerText()).toBe('gras')
    await marie.leave()
  })
})
