import { formatDate } from '@/core/dates'
import type { Lang } from '@/core/lang'
import { formatCents } from '@/core/money'
import { applicationReasons } from './applications'
import { departureTexts } from './departure'
import { figureTexts } from './figures'
import { importTexts } from './imports'
import { texts } from './index'
import { lineTexts } from './line'
import { renewalActTexts } from './renewal/acts'
import { rolloverTexts } from './rollover'

type Said = string | ((detail: Record<string, string | number>) => string)

/** The sentence for each refusal of this module, with its figures. */
export function reasons(lang: Lang): Readonly<Record<string, Said>> {
  const { capTooLow, wrongAmount, alreadyRecorded, ...plain } = texts(lang).reasons
  const { alreadyRefunded, ...departures } = departureTexts(lang).reasons
  const imports = importTexts(lang)
  return {
    ...plain,
    ...lineTexts(lang).reasons,
    ...renewalActTexts(lang).reasons,
    ...departures,
    'refund.already-recorded': (d) => alreadyRefunded(d.on ? formatDate(String(d.on), lang) : '—'),
    ...applicationReasons(lang),
    ...imports.reasons,
    ...rolloverTexts(lang).reasons,
    'import.too-large': (d) => imports.tooLarge(Number(d.megabytes ?? 0)),
    'import.too-many': (d) => imports.tooMany(Number(d.max ?? 0)),
    'import.too-wide': (d) => imports.tooWide(Number(d.max ?? 0)),
    'import.broken': (d) => imports.broken(Number(d.line ?? 0)),
    'import.twice': (d) => imports.twice(Number(d.line ?? 0)),
    'import.too-long': (d) => imports.tooLong(Number(d.max ?? 0)),
    'application.code-missing': figureTexts(lang).codeMissing,
    'season.cap-too-low': (d) => capTooLow({ taken: Number(d.taken ?? 0), cap: Number(d.cap ?? 0) }),
    'payment.wrong-amount': (d) => wrongAmount(formatCents(Number(d.dueCents ?? 0), lang)),
    'payment.already-recorded': (d) => alreadyRecorded(d.on ? formatDate(String(d.on), lang) : '—'),
  }
}
