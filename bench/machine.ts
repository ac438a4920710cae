import os from 'node:os'

export type Machine = {
  readonly cpu: string
  readonly cores: number
  readonly memoryGb: number
  readonly node: string
}

export const describeMachine = (): Machine => ({
  cpu: os.cpus()[0]?.model.trim() ?? '?',
  cores: os.cpus().length,
  memoryGb: Math.round(os.totalmem() / 1024 ** 3),
  node: process.version,
})

/**
 * How busy the machine was since the last call, all processes together, from 0 to 1, and its load average: rates
 * mean little while others use it.
 */
export function watchLoad(): () => { busy: number; load: number } {
  let before = os.cpus()
  return () => {
    const now = os.cpus()
    let busy = 0
    let all = 0
    for (const [i, cpu] of now.entries()) {
      const was = before[i]?.times
      if (!was) continue
      const spent = cpu.times.user + cpu.times.sys + cpu.times.nice - was.user - was.sys - was.nice
      busy += spent
      all += spent + cpu.times.idle - was.idle
    }
    before = now
    return { busy: all > 0 ? busy / all : 0, load: os.loadavg()[0] ?? 0 }
  }
}
