import type { Bilingual, Lang } from '@/core/lang'
import { backupCommand, restoreCommand } from '../backup/commands'
import type { ConfigResult } from '../config'
import { doctor } from '../doctor/doctor'
import { resetDemo } from './resetDemo'
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

/** In the order of the help page. */
export const localCommands: LocalCommand[] = [doctor, backupCommand, restoreCommand, resetDemo]
