import { coreModules } from '@/collections/index'
import type { Module } from '@/hooks'
import { plugins } from '@/plugins/index'

/** Everything the house is made of, core first. */
export const modules: Module[] = [...coreModules, ...plugins]
