import type { Field } from 'payload'
import { LANGS } from '@/core/lang'
import type { Plugin } from '@/hooks'

/* What staff and members read of a plugin that is not in both languages, by where it stands. */

const isBoth = (text: unknown): boolean =>
  typeof text === 'object' &&
  text !== null &&
  LANGS.every((lang) => {
    const said = (text as Record<string, unknown>)[lang]
    return typeof said === 'string' && said.trim() !== ''
  })

const unless = (where: string, text: unknown): string[] => (isBoth(text) ? [] : [where])

/** Its own words, those of its menus, permissions, blocks, collections, globals and settings. */
export function notInBothLanguages(plugin: Plugin): string[] {
  const { title, description, menu = [], permissions = [], blocks = [], commands = [] } = plugin
  return [
    ...unless('title', title),
    ...unless('description', description),
    ...menu.flatMap((entry) => unless(`menu ${entry.href}`, entry.label)),
    ...menu.flatMap((entry) => (entry.act ? unless(`menu ${entry.href} act`, entry.act) : [])),
    ...permissions.flatMap((p) => [
      ...unless(`permission ${p.id}`, p.label),
      ...unless(`permission ${p.id} description`, p.description),
    ]),
    ...commands.flatMap((c) => unless(`command ${c.name}`, c.summary)),
    ...blocks.flatMap((b) => [
      ...unless(`block ${b.slug}`, b.labels.singular),
      ...unless(`block ${b.slug}, many`, b.labels.plural),
      ...ofFields(`block ${b.slug}`, b.fields),
    ]),
    ...(plugin.collections ?? []).flatMap((c) => [
      ...unless(`${c.slug}`, c.labels?.singular),
      ...unless(`${c.slug}, many`, c.labels?.plural),
      ...ofAdmin(c.slug, c.admin),
      ...ofFields(c.slug, c.fields),
    ]),
    ...(plugin.globals ?? []).flatMap((g) => [
      ...unless(g.slug, g.label),
      ...ofAdmin(g.slug, g.admin),
      ...ofFields(g.slug, g.fields),
    ]),
    ...ofFields('settings', plugin.settings ?? []),
  ]
}

function ofAdmin(where: string, admin: { group?: unknown; description?: unknown } = {}): string[] {
  return [
    ...(admin.group ? unless(`${where} group`, admin.group) : []),
    ...(admin.description ? unless(`${where} description`, admin.description) : []),
  ]
}

function ofFields(where: string, fields: readonly Field[]): string[] {
  return fields.flatMap((field): string[] => {
    const { hidden, admin } = field as { hidden?: boolean; admin?: { hidden?: unknown } }
    if (hidden || admin?.hidden) return []
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => [
        ...unless(`${where} tab`, tab.label),
        ...ofFields(where, tab.fields),
      ])
    if (!('name' in field) || !field.name) return 'fields' in field ? ofFields(where, field.fields) : []
    const here = `${where}.${field.name}`
    return [
      ...unless(here, 'label' in field ? field.label : undefined),
      ...ofAdmin(here, field.admin as { description?: unknown }),
      ...('options' in field && Array.isArray(field.options)
        ? field.options.flatMap((o) => unless(`${here} option`, typeof o === 'object' ? o.label : o))
        : []),
      ...('fields' in field ? ofFields(here, field.fields) : []),
    ]
  })
}

/** Refusals whose sentence lacks in one language, or is none. */
export function badReasons({ reasons }: Plugin): string[] {
  if (!reasons) return []
  /** Whatever figure a sentence asks for. */
  const detail = new Proxy({} as Record<string, string | number>, { get: () => 2 })
  const codes = new Set(LANGS.flatMap((lang) => Object.keys(reasons(lang))))
  return [...codes].flatMap((code) =>
    LANGS.flatMap((lang) => {
      const said = reasons(lang)[code]
      const sentence = typeof said === 'function' ? said(detail) : said
      return sentence && /^[\p{Lu}«“].*[.!?…»”]$/su.test(sentence) ? [] : [`${code} in ${lang}`]
    }),
  )
}

/** Settings that a plugin would find empty without having said that they may be. */
export const withoutDefault = (fields: readonly Field[]): string[] =>
  fields.flatMap((field): string[] => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => withoutDefault(tab.fields))
    if ('fields' in field && (!('name' in field) || field.type === 'group'))
      return withoutDefault(field.fields)
    const required = 'required' in field && field.required
    const { name, defaultValue } = field as { name?: string; defaultValue?: unknown }
    return required && defaultValue === undefined ? [name ?? field.type] : []
  })
