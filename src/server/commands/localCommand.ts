import type { Bilingual, Lang } from '@/core/lang'
import type { ConfigResult } from '../config'
import type { Output } from './run'

/** A command that is run by its own process: about the machine, or while the program does not run. */
export type LocalCommand = {
  name: string
  usage?: string
  summary: Bilingual
  /** It is run although the configuration is wrong, and told what is. */
  whateverConfig?: boolean
  run(given: { read: ConfigResult; args: readonly string[]; lang: Lang; say: Output }): Promise<number>
}
