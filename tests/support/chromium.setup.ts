import { findChromium } from './chromium'

/** Vitest's global setup of the journeys: they find the browser at CHROMIUM_PATH. */
export default async function setup(): Promise<void> {
  process.env.CHROMIUM_PATH = await findChromium((line) => console.log(`chromium: ${line}`))
}
