import { execFileSync } from 'node:child_process'
import { constants, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePort } from '../support/freePort'
import { launch, Somebody } from './support/browser'
import { endNow, type Program, runCommand } from './support/program'

/* `npm run dev` on a copy of the sources: what is saved there is seen, without anything started by hand. */
const NOT_COPIED = new Set([
  'node_modules',
  '.git',
  '.next',
  '.cache',
  'dist',
  'data',
  'media',
  'screenshots',
  'bench-results',
  '.env',
])
const folder = mkdtempSync(join(tmpdir(), 'compagnon-dev-'))
const copy = join(folder, 'compagnon')
let url: string
let dev: Program

/** By hard links where both are on one disk: Next follows no symbolic link out of a project. */
function bring(from: string, to: string): void {
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' })
  } catch {
    rmSync(to, { recursive: true, force: true })
    cpSync(from, to, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })
  }
}

beforeAll(async () => {
  const root = process.cwd()
  cpSync(root, copy, {
    recursive: true,
    // At the top alone: collections/media is a room.
    filter: (from) => relative(root, from).includes('/') || !NOT_COPIED.has(basename(from)),
  })
  bring(join(root, 'node_modules'), join(copy, 'node_modules'))
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  dev = runCommand('npm', ['run', 'dev'], {
    cwd: copy,
    env: {
      PORT: String(port),
      PUBLIC_URL: url,
      DATABASE_URI: `file:${join(folder, 'dev.sqlite')}`,
      MEDIA_DIR: join(folder, 'media'),
      DEMO: 'no',
    },
  })
  await dev.says(`Compagnon is open: ${url}`)
})
afterAll(() => {
  endNow(dev)
  rmSync(folder, { recursive: true, force: true })
})

const ask = async (path: string) =>
  fetch(url + path, { headers: { 'accept-language': 'fr', accept: 'text/html' } })
    .then(async (answer) => ({ status: answer.status, text: await answer.text() }))
    // Between two servers nobody is at the door for a moment.
    .catch(() => ({ status: 0, text: '' }))

async function seen(path: string, words: string): Promise<void> {
  const end = Date.now() + 60_000
  for (;;) {
    const { status, text } = await ask(path)
    if (status === 200 && text.includes(words)) return
    if (Date.now() > end) throw new Error(`${path} (${status}) never showed “${words}”:\n${dev.said()}`)
    await sleep(100)
  }
}

/** Saves a file of the copy with other words in it. */
function save(file: string, from: string, to: string): void {
  const path = join(copy, file)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

const stylesheet = async () => {
  const [, href] = /<link rel="stylesheet" href="([^"]+)"/.exec((await ask('/')).text) ?? []
  return href ?? ''
}

it('the gallery of the design system is there', async () => {
  await seen('/design', 'Design')
})

it('a page’s source saved is seen', async () => {
  const was = 'Une association de télétravailleurs indépendants'
  await seen('/', was)
  save('src/web/i18n.ts', was, 'Une page enregistrée à l’instant')
  await seen('/', 'Une page enregistrée à l’instant')
})

it('so is a stylesheet, by loading the page again', async () => {
  const before = await stylesheet()
  save('src/ui/styles/tokens.css', ':root {', ':root {\n  --saved-just-now: 1px;')
  const end = Date.now() + 60_000
  for (;;) {
    const href = await stylesheet()
    if (href && href !== before && (await ask(href)).text.includes('--saved-just-now')) return
    if (Date.now() > end) throw new Error(`the stylesheet stayed ${href}:\n${dev.said()}`)
    await sleep(100)
  }
})

it('a mistake is told, leaves the server as it was, and is over once mended', async () => {
  save('src/web/i18n.ts', 'defineTexts(', 'defineTexts((')
  await dev.says('src/web/i18n.ts')
  await seen('/', 'Une page enregistrée à l’instant')
  save('src/web/i18n.ts', 'defineTexts((', 'defineTexts(')
  save('src/web/i18n.ts', 'Une page enregistrée à l’instant', 'Une page corrigée')
  await seen('/', 'Une page corrigée')
})

it('the admin’s source saved is seen on the page that is open', async () => {
  // Each start makes a new link; the last one holds.
  const link =
    dev
      .said()
      .match(/\/premier-compte\/\S+/g)
      ?.at(-1) ?? ''
  const browser = await launch()
  try {
    const device = { name: 'desktop', width: 1280, height: 800, javaScript: true }
    const chief = await Somebody.at(browser, url, device)
    await chief.open(link)
    await chief.page.fill('input[name=name]', 'Première Essai')
    await chief.page.fill('input[name=email]', 'premiere@essai.fr')
    await chief.page.fill('input[name=password]', 'un secret de plusieurs mots')
    await chief.press(/compte/)
    await chief.signIn('premiere@essai.fr', 'un secret de plusieurs mots')
    expect(await chief.open('/admin')).toBe(200)
    save('src/admin/dashboard/Dashboard.tsx', 'typeset(t.officeLead, lang)', "'Vu à l’instant'")
    await chief.page.getByText('Vu à l’instant').waitFor({ timeout: 60_000 })
  } finally {
    await browser.close()
  }
})

it('ends as it should', async () => {
  if (dev.child.pid) process.kill(-dev.child.pid, 'SIGINT')
  await dev.ends()
  expect((await ask('/')).status).toBe(0)
})
