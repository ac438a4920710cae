import type { Logger } from '@/hooks'

export type Logged = { level: string; data: Record<string, unknown>; message?: string }

/** A logger that remembers. */
export function memoryLog(): { log: Logger; lines: Logged[] } {
  const lines: Logged[] = []
  const at = (level: string) => (data: object, message?: string) => {
    lines.push({ level, data: data as Record<string, unknown>, message })
  }
  return { lines, log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } }
}
