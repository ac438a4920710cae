import type { Lang } from '@/core/lang'

const BROWSERS: [RegExp, string][] = [
  [/\bEdg\//, 'Edge'],
  [/\bFirefox\//, 'Firefox'],
  [/\bOPR\//, 'Opera'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
]

/** A name by which a person knows a device again, in any language: « Firefox, Windows ». Nothing finer is kept. */
export function deviceName(userAgent: string, lang: Lang): string {
  const known = [BROWSERS, SYSTEMS].map((names) => names.find(([re]) => re.test(userAgent))?.[1])
  const unknown = lang === 'en' ? 'Unknown device' : 'Appareil inconnu'
  return known.filter(Boolean).join(', ') || unknown
}
