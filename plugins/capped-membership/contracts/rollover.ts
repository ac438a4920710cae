import type { Bilingual } from '@/core/lang'
import { type NextSeason, ROLLOVER_REASONS } from '../domain/rollover/nextSeason'

/** The passage from a season to the next one, as a long act: names and types, offered through contract.ts. */
export { ROLLOVER_REASONS }

declare module '@/hooks' {
  interface Tasks {
    /**
     * One season is followed by another: once a season, whoever asks. `make`: what the next one is like where there is
     * none yet; `endsOn`: the end of the one before, where it had none.
     */
    'membership.rollover': {
      input: { from: string; next: string; make: NextSeason | null; endsOn: string | null; title: Bilingual }
    }
  }
}
