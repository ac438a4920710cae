/** Random numbers that can be had again: mulberry32, enough to choose moments by. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** CHAOS_SEED, to see a failure again; else another one each time. */
export const seedOfRun = (): number => {
  const told = Number(process.env.CHAOS_SEED)
  return Number.isSafeInteger(told) && told > 0 ? told : Math.floor(Math.random() * 2 ** 31) + 1
}
