import { existsSync, readFileSync, statSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { configVariables } from '@/server/config'

/* No container engine runs in the tests: what the files for deployment name is compared with what is there. */

const read = (file: string) => readFileSync(file, 'utf8')
const variables = new Set([...configVariables(), 'NODE_ENV', 'NEXT_TELEMETRY_DISABLED'])
/** What `npm run build` and `npm ci` make (bin/lib/build-server.mjs, bin/lib/sources.mjs). */
const MADE = ['node_modules', 'dist', '.next']
const FLAGS =
  (/SERVER_FLAGS = \[(.*)\]/.exec(read('bin/lib/server-flags.mjs'))?.[1] ?? '').match(/--[\w-=]+/g) ?? []

const instructions = read('Containerfile')
  .replaceAll(/^\s*#.*\n/gm, '')
  .replaceAll(/\\\n/g, ' ')
  .split('\n')
  .map((text) => text.trim())
  .filter(Boolean)

it('the Containerfile copies what is there', () => {
  const ignored = read('.containerignore').split('\n')
  const copies = instructions.filter((i) => i.startsWith('COPY'))
  expect(copies.length).toBeGreaterThan(4)
  for (const copy of copies) {
    const words = copy.split(/\s+/).slice(1)
    const built = words[0]?.startsWith('--from=build')
    for (const source of words.filter((w) => !w.startsWith('--')).slice(0, -1)) {
      const name = source.replace(/^\/app\//, '')
      if (built && MADE.includes(name)) continue
      expect(existsSync(name), source).toBe(true)
      expect(ignored, source).not.toContain(name)
    }
  }
})

it('it runs as nobody in particular, with the settings the program knows, as npm start does', () => {
  const text = instructions.join('\n')
  expect(text).toMatch(/^USER node$/m)
  expect(text).toContain('/readyz')
  const env = instructions.find((i) => i.startsWith('ENV'))?.matchAll(/([A-Z_]+)=/g) ?? []
  for (const [, name = ''] of env) expect(variables, name).toContain(name)
  const command = JSON.parse(/^CMD (\[.*\])$/m.exec(text)?.[1] ?? '[]') as string[]
  expect(command).toEqual(['node', ...FLAGS, 'dist/server.mjs'])
})

it('secrets and data stay out of the image', () => {
  for (const file of ['.containerignore', '.dockerignore'])
    for (const name of ['.env', 'data', 'media', 'node_modules', '.git'])
      expect(read(file).split('\n')).toContain(name)
})

type Service = {
  image?: string
  build?: { context: string; dockerfile: string }
  environment?: Record<string, string>
  volumes?: string[]
  depends_on?: string[] | Record<string, { condition: string }>
}
type Compose = { services: Record<string, Service>; volumes: Record<string, unknown> }

it('compose.yaml: two processes with settings the program knows, on a replica set, behind Caddy', () => {
  const { services, volumes } = parse(read('deploy/compose.yaml'), { merge: true }) as Compose
  const programs = Object.values(services).filter((s) => s.build)
  expect(programs).toHaveLength(2)
  for (const { build, environment = {} } of programs) {
    expect(existsSync(`deploy/${build?.context}/${build?.dockerfile}`)).toBe(true)
    for (const name of Object.keys(environment)) expect(variables, name).toContain(name)
    expect(environment.DATABASE_URI).toMatch(/^mongodb:\/\/mongo:\d+\/\w+\?.*replicaSet=rs0/)
  }
  for (const [name, service] of Object.entries(services)) {
    const needs = Array.isArray(service.depends_on)
      ? service.depends_on
      : Object.keys(service.depends_on ?? {})
    for (const other of needs) expect(services, `${name} → ${other}`).toHaveProperty(other)
    for (const volume of service.volumes ?? []) {
      const source = volume.split(':')[0] ?? ''
      if (source.startsWith('.')) expect(existsSync(`deploy/${source}`), source).toBe(true)
      else expect(volumes, source).toHaveProperty(source)
    }
  }
  const proxied = /reverse_proxy (.*) \{/.exec(read('deploy/Caddyfile.compose'))?.[1]?.split(' ') ?? []
  expect(proxied.map((to) => to.split(':')[0])).toEqual(['app1', 'app2'])
})

it('the units of systemd start what is built, with settings the program knows', () => {
  for (const [unit, program] of [
    ['compagnon.service', [...FLAGS, 'dist/server.mjs'].join(' ')],
    ['compagnon-backup.service', 'dist/cli.mjs backup'],
  ] as const) {
    const text = read(`deploy/${unit}`)
    expect(text).toContain(`ExecStart=/opt/compagnon/node_modules/.bin/node ${program}`)
    for (const [, line = ''] of text.matchAll(/^Environment=(.*)$/gm))
      for (const [, name = ''] of line.matchAll(/([A-Z_]+)=/g)) expect(variables, name).toContain(name)
  }
  expect(statSync('deploy/compagnon').mode & 0o100).toBe(0o100)
})

it('the pages of operations name settings and commands that are there', () => {
  const page = read('docs/operations.md')
  const example = read('.env.example')
  for (const [, name = ''] of page.matchAll(/`([A-Z][A-Z_]{3,})(?:=[^`]*)?`/g))
    expect(example, name).toContain(name)
  for (const [, file = ''] of page.matchAll(/\]\(((?!http)[^)#]+)/g))
    expect(existsSync(`docs/${file}`), file).toBe(true)
})
