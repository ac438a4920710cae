import { coreModules } from '@/collections/index'
import type { Module } from '@/hooks'
import { runtimeModule } from '@/hooks/runtime/module'
import { plugins } from '@/plugins/index'
import { webModule } from '@/web/module'

/** Everything the house is made of, core first. */
export const modules: Module[] = [...coreModules, webModule, ...plugins, runtimeModule]
