import type { Menu } from '@/collections/pages/contract'

/** A block of a plugin, by its slug. */
export type DemoBlock = { block: string; values: Readonly<Record<string, string | number | boolean>> }
/** Light Markdown, with blocks between its parts. */
export type DemoText = string | readonly (string | DemoBlock)[]
export type PageText = { title: string; description: string; content: DemoText }
export type DemoPage = { slug: string; menu: Menu; order: number; fr: PageText; en: PageText }
