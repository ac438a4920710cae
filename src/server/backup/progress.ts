/** What a backup or a restore is at; `rows` and `bytes` so far. */
export type Step =
  | { readonly step: 'media'; readonly files: number; readonly bytes: number }
  | { readonly step: 'rows'; readonly section: string; readonly rows: number; readonly bytes?: number }
  | { readonly step: 'snapshot' | 'checking' | 'emptying' | 'comparing' | 'auditing' }

export type Told = (step: Step) => void

/**
 * Called at each point at which a kill would leave something half done, by its name; tests end the work there.
 * Backup: `snapshot`, a section's name, `rename`. Restore: `marked`, a section's name, `media`, `verify`.
 */
export type Failpoint = (point: string) => Promise<void> | void
