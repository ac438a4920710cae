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

/** A name by which a person knows a device again: « Firefox sur Windows ». Nothing finer is kept. */
export function deviceName(userAgent: string, lang: Lang): string {
  const browser = BROWSERS.find(([re]) => re.test(userAgent))?.[1]
  const system = SYSTEMS.find(([re]) => re.test(userAgent))?.[1]
  if (!browser && !system) return lang === 'en' ? 'Unknown device' : 'Appareil inconnu'
  if (!browser || !system) return browser ?? system ?? ''
  return `${browser} ${lang === 'en' ? 'on' : 'sur'} ${system}`
}
