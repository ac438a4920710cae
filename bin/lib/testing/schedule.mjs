/**
 * Runs stages in their order, as many at once as there is room for: a stage of weight 2 has both cores to
 * itself. None overtakes an earlier one that waits, so the output keeps an order.
 *
 * @template T
 * @param {{name: string, weight: number, after?: string[], run: () => Promise<T>}[]} stages
 *   `after` names stages that must have ended
 * @returns {Promise<{name: string, ms: number, result: T}[]>} in the order of `stages`
 */
export async function schedule(stages, room = 2) {
  const results = new Map()
  const running = new Map()
  let free = room
  for (const stage of stages) {
    const waits = () => (stage.after ?? []).some((name) => running.has(name))
    while (running.size > 0 && (stage.weight > free || waits())) await Promise.race(running.values())
    free -= stage.weight
    const since = performance.now()
    const finished = stage.run().then((result) => {
      results.set(stage.name, { name: stage.name, ms: performance.now() - since, result })
      running.delete(stage.name)
      free += stage.weight
    })
    running.set(stage.name, finished)
  }
  await Promise.all(running.values())
  return stages.map(({ name }) => results.get(name))
}
