import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const BASELINE = new URL('../../admin/axe-baseline.json', import.meta.url)
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** A fault of Payload's own parts, which we cannot mend from outside. */
export type KnownFault = {
  /** axe-core's name of the rule. */
  rule: string
  /** What Payload's part is found by. */
  selector: string
  /** What is wrong, and why it stays. */
  why: string
}

export const knownFaults: KnownFault[] = JSON.parse(readFileSync(BASELINE, 'utf8'))

type Finding = { rule: string; html: string; known: number }

/**
 * What axe-core (WCAG 2.2 AA) finds on a page beyond the listed faults, a line each; `seen` collects the listed ones
 * that were met. Evaluated from outside the page, so that its policy stays in force.
 */
export async function newFaults(page: Page, seen: Set<KnownFault>): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate(
    async ({ standard, known }): Promise<Finding[]> => {
      type Nodes = { id: string; nodes: { html: string; element: Element }[] }[]
      const { axe } = window as unknown as { axe: { run(o: object): Promise<{ violations: Nodes }> } }
      const { violations } = await axe.run({ runOnly: standard, elementRef: true })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, element }) => ({
          rule: id,
          html,
          known: known.findIndex((k) => k.rule === id && element.matches(k.selector)),
        })),
      )
    },
    { standard: STANDARD, known: knownFaults },
  )
  for (const { known } of found) {
    const fault = knownFaults[known]
    if (fault) seen.add(fault)
  }
  return found.filter((f) => f.known < 0).map((f) => `${f.rule}: ${f.html.slice(0, 200)}`)
}
