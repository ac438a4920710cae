import type { Module } from '@/hooks'
import { membersModule } from './members'

/** The core rooms, always on. Plugins have their own list in plugins/index.ts. */
export const coreModules: Module[] = [membersModule]
