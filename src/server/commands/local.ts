import { backupCommand, restoreCommand } from '../backup/commands'
import { doctor } from '../doctor/doctor'
import type { LocalCommand } from './localCommand'
import { resetDemo } from './resetDemo'

/** In the order of the help page. */
export const localCommands: LocalCommand[] = [doctor, backupCommand, restoreCommand, resetDemo]
