import { MINUTE } from '@/core/clock'
import type { World } from './world'

/** One thing somebody did, and when. */
export type Act = { readonly at: Date; readonly run: (world: World) => Promise<unknown> }

type Stage = {
  readonly world: World
  readonly moveTo: (at: Date) => void
  /** Lets listeners do what follows from what was done. */
  readonly settle: () => Promise<void>
}

/**
 * Plays the acts in the order of their hours, with the clock where each happened: rows, ledger and ids then tell
 * one story. At the end of each day what follows from its acts has been done.
 */
export async function play({ world, moveTo, settle }: Stage, acts: readonly Act[]): Promise<void> {
  const ordered = [...acts].sort((a, b) => a.at.getTime() - b.at.getTime())
  let day: string | undefined
  for (const { at, run } of ordered) {
    const before = world.app.clock.now()
    moveTo(at)
    if (day !== undefined && world.today() !== day) {
      moveTo(new Date(before.getTime() + MINUTE))
      await settle()
      moveTo(at)
    }
    day = world.today()
    await run(world)
  }
  await settle()
}
