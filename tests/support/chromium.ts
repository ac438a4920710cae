import { attempt, canInstallPackages, installPackages, isExecutable, type Log, onPath } from './programs'

/** What a headless Chromium needs to keep quiet and to start in a container. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The path of a Chromium: CHROMIUM_PATH, PATH, Debian's package when we are root there, Playwright's own
 * download. A browser journey that does not run proves nothing, so without one this throws.
 */
export async function findChromium(log: Log = () => undefined): Promise<string> {
  const told = process.env.CHROMIUM_PATH
  if (told) {
    if (isExecutable(told)) return told
    throw new Error(`CHROMIUM_PATH=${told} is no program`)
  }
  const present = onPath(...NAMES)
  if (present) return present

  const reasons: string[] = []
  // Ubuntu's package of that name is an empty shell around a snap.
  if (canInstallPackages({ alsoUbuntu: false })) {
    const installed = await installPackages(log, 'chromium')
    const binary = onPath(...NAMES)
    if (binary) return binary
    reasons.push(installed.ok ? 'apt-get: no program came with the package' : installed.reason)
  }
  const { chromium } = await import('playwright-core')
  if (!isExecutable(chromium.executablePath())) {
    log('playwright install chromium')
    const playwright = ['node_modules/playwright-core/cli.js', 'install', 'chromium']
    if (canInstallPackages()) playwright.push('--with-deps')
    const installed = await attempt(process.execPath, playwright, { seconds: 600 })
    if (!installed.ok) reasons.push(installed.reason)
  }
  if (isExecutable(chromium.executablePath())) return chromium.executablePath()
  throw new Error(`NO CHROMIUM FOR THE JOURNEYS:\n  ${reasons.join('\n  ')}`)
}
