import { type Logger, pino } from 'pino'
import { traceNow, withoutSecrets } from '@/hooks'

/** The log of the program, one JSON line each. Every line bears in whose course it was written (hooks/trace.ts). */
export const createLog = (level: string, to?: { write(line: string): void }): Logger =>
  pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => ({ ...traceNow() }),
      hooks: { streamWrite: withoutSecrets },
    },
    ...(to ? [to] : []),
  )
