import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../root.mjs'

/*
 * Writes a new plugin out of bin/plugin-template: files named as they will be, with `.txt` behind so that nothing
 * takes them for code, and {{words}} in them.
 */
const TEMPLATE = path.join(root, 'bin/plugin-template')

/** petites-annonces → petitesAnnonces */
export const camel = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())

/** The template's words for a plugin. */
export function wordsOf({ id, answers, action, requires }) {
  const joined = answers.listen === 'membership.confirmed'
  const versions = Object.entries(requires).map(
    ([name, range]) => `${/^\w+$/.test(name) ? name : `'${name}'`}: '${range}'`,
  )
  return {
    id,
    name: camel(id),
    titleFr: answers['title-fr'],
    titleEn: answers['title-en'],
    path: answers.path,
    action: action.name,
    person: action.person,
    requires: `{ ${versions.join(', ')} }`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: of the source that is written
    greetingFr: joined ? 'Bienvenue à ${name}, qui nous rejoint.' : 'Merci à ${name} !',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: of the source that is written
    greetingEn: joined ? 'Welcome to ${name}, who joins us.' : 'Thank you, ${name}!',
  }
}

/** A text of the template with the words put in. Throws where one is missing: a bug of the template. */
export const fill = (text, words) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, word) => {
    if (words[word] === undefined) throw new Error(`the template asks for {{${word}}}`)
    return words[word]
  })

/** @returns {string[]} the files written, relative to the folder */
export function writePlugin(folder, words) {
  const files = readdirSync(TEMPLATE, { recursive: true }).filter((name) => name.endsWith('.txt'))
  return files.sort().map((name) => {
    const file = name.replace(/\.txt$/, '')
    const target = path.join(folder, file)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, fill(readFileSync(path.join(TEMPLATE, name), 'utf8'), words))
    return file
  })
}

const LIST = /(export const plugins: Plugin\[\] = \[)([^\]]*)(\])/

/** plugins/index.ts with one more plugin at the end of the list. */
export function withPlugin(index, { id, name }) {
  if (!LIST.test(index)) throw new Error('plugins/index.ts: the list of plugins was not found')
  const listed = index.replace(LIST, (_, before, list, after) => {
    const others = list.trim().replace(/,$/, '')
    return `${before}${others}${others ? ', ' : ''}${name}Plugin${after}`
  })
  const lines = listed.split('\n')
  const last = lines.findLastIndex((line) => line.startsWith('import '))
  lines.splice(last + 1, 0, `import { ${name}Plugin } from './${id}'`)
  return lines.join('\n')
}
