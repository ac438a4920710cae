import { z } from 'zod'
import { FORMAT, FORMAT_VERSION } from './layout'

/** The first entry: enough to know whether the rest can be read. */
export const headSchema = z.object({ format: z.literal(FORMAT), version: z.number().int() })

export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  /** Version of the program that made the file. */
  program: z.string(),
  /** The instant at which the rows stood so, UTC. */
  at: z.iso.datetime(),
  database: z.enum(['sqlite', 'mongodb']),
  /** The program's last migration: rows go back only to a program whose last it is too. */
  schema: z.string(),
  /** Rows of each section. */
  rows: z.record(z.string(), z.number().int().nonnegative()),
  /** Collections left out on purpose. */
  leftOut: z.array(z.string()),
  media: z.object({ files: z.number().int().nonnegative(), bytes: z.number().int().nonnegative() }),
  /** Files that a row names and that were not there. */
  missing: z.array(z.string()),
  /** The last seal of the ledger; null when nothing is sealed yet. */
  seal: z.object({ seq: z.number().int(), hash: z.string() }).nullable(),
})

export type Manifest = z.infer<typeof manifestSchema>
