import type { Module } from '@/hooks'
import { exchangesModule } from './exchanges'
import { extensionsModule } from './extensions'
import { forumModule } from './forum'
import { logesModule } from './loges'
import { mailModule } from './mail'
import { mediaModule } from './media'
import { membersModule } from './members'
import { missionsModule } from './missions'
import { pagesModule } from './pages'
import { postsModule } from './posts'
import { tasksModule } from './tasks'
import { tsModule } from './ts'

/** The core rooms, always on. Plugins have their own list in plugins/index.ts. */
export const coreModules: Module[] = [
  membersModule,
  mediaModule,
  mailModule,
  pagesModule,
  postsModule,
  tsModule,
  exchangesModule,
  missionsModule,
  forumModule,
  logesModule,
  extensionsModule,
  tasksModule,
]
