/** Round bounds of an axis that hold all values, zero among them, in whole steps: [0, 118] → { min: 0, max: 120, step: 20 }. */
export function niceScale(values: readonly number[], ticks = 4): { min: number; max: number; step: number } {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const raw = (high - low || 1) / ticks
  const power = Math.max(1, 10 ** Math.floor(Math.log10(raw)))
  const step = [1, 2, 5].map((m) => m * power).find((s) => s >= raw) ?? 10 * power
  return { min: Math.floor(low / step) * step, max: Math.ceil(high / step) * step || step, step }
}
