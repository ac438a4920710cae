import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Manifest = Record<string, { file: string; css?: string[] }>

/** Where Vite puts stylesheet and islands, from its manifest; read once in production, each time in development. */
export function createAssets(folder: string, { reload }: { reload: boolean }) {
  let manifest: Manifest | undefined
  const read = (): Manifest => {
    if (manifest && !reload) return manifest
    const path = join(folder, 'manifest.json')
    manifest = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Manifest) : {}
    return manifest
  }
  const href = (entry: string): string | null => {
    const found = read()[entry]
    return found ? `/${found.file}` : null
  }
  return {
    stylesheet: (): string | null => href('src/ui/styles/index.css'),
    island: (name: string): string | null => href(`src/web/islands/${name}.ts`),
  }
}
export type Assets = ReturnType<typeof createAssets>
