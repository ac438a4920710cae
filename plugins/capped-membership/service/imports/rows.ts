import type { App } from '@/hooks'
import { IMPORTS } from '../../contract'
import type { Mapping } from '../../domain/imports/columns'

export type ImportRow = {
  id: string
  name: string
  season: string
  lines: number
  text?: string | null
  mapping: string
  by: string
  emptiedAt?: string | null
  createdAt: string
}

export const findImport = (app: App, id: string): Promise<ImportRow | null> =>
  app.payload.db.findOne<ImportRow>({ collection: IMPORTS, where: { id: { equals: id } } })

export const mappingOf = (row: ImportRow): Mapping => JSON.parse(row.mapping) as Mapping
