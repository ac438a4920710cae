import { readFileSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createMetrics } from '@/server/metrics/createMetrics'

/* What the dashboard and the alerts ask for is what the program tells. */

const metrics = createMetrics({
  version: '0',
  database: 'sqlite',
  vitals: () => Promise.reject(new Error('no database here')),
})
afterAll(() => metrics.stop())
const told = new Map(metrics.registry.getMetricsAsArray().map((m) => [m.name, m as unknown as Named]))
type Named = { type: string; labelNames?: string[] }

type Alerts = { groups: { rules: { alert: string; expr: string; annotations: Record<string, string> }[] }[] }
const alerts = parse(readFileSync('docs/operations/alerts.yml', 'utf8')) as Alerts
const rules = alerts.groups.flatMap((g) => g.rules)
type Panel = { title: string; targets?: { expr: string }[] }
const board = JSON.parse(readFileSync('docs/operations/grafana.json', 'utf8')) as { panels: Panel[] }
const expressions = [
  ...rules.map((r) => r.expr),
  ...board.panels.flatMap((p) => (p.targets ?? []).map((t) => t.expr)),
]

/** The metric a series belongs to: histograms have three. */
const metricOf = (series: string) => told.get(series) ?? told.get(series.replace(/_(bucket|sum|count)$/, ''))

it.each(expressions)('%s', (expr) => {
  const series = [...expr.matchAll(/\b((?:compagnon|nodejs|process)_\w+)(?:\{([^}]*)\})?/g)]
  expect(series.length + (/\bup\{/.test(expr) ? 1 : 0)).toBeGreaterThan(0)
  for (const [, name = '', labels = ''] of series) {
    const metric = metricOf(name)
    expect(metric, name).toBeDefined()
    // `job` and `instance` are Prometheus's own; `le` is a histogram's.
    const known = [...(metric?.labelNames ?? []), 'job', 'instance', 'le']
    for (const [, label = ''] of labels.matchAll(/(\w+)\s*=~?/g))
      expect(known, `${name}{${label}}`).toContain(label)
  }
})

it('each alert leads to a heading of docs/operations.md', () => {
  const page = readFileSync('docs/operations.md', 'utf8')
  for (const { alert, annotations } of rules) expect(page, alert).toContain(`### ${annotations.incident}`)
})
