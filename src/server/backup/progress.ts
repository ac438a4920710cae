/** What a backup or a restore is at; `rows` and `bytes` so far. */
export type Step =
  | { readonly step: 'media'; readonly files: number; readonly bytes: number }
  | { readonly step: 'rows'; readonly section: string; readonly rows: number; readonly bytes?: number }
  | { readonly step: 'snapshot' | 'checking' | 'emptying' | 'comparing' | 'auditing' }

export type Told = (step: Step) => void

/** Points at which a kill would leave something half done, besides the end of each section (its name). */
export const BACKUP_POINTS = ['settled', 'snapshot', 'held', 'written', 'rename', 'published'] as const
export const RESTORE_POINTS = ['taken', 'marked', 'emptied', 'media', 'verify', 'verified'] as const

/** Called at each of these points; tests end the work there. */
export type Failpoint = (point: string) => Promise<void> | void
