import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/*
 * What modules declare by `declare module '@/hooks'`, read from their sources: names, payloads, docblocks. By syntax
 * alone, which takes a moment where the type checker would take many.
 */

export const KINDS = ['Actions', 'Filters', 'Services', 'Tasks'] as const
export type Kind = (typeof KINDS)[number]

export type Declaration = {
  kind: Kind
  name: string
  /** Its docblock, on one line. */
  doc: string
  /** The type as it is written, and the types of the same file that it is made of. */
  type: string
  made: { name: string; type: string }[]
  /** Names of the payload's fields, as far as the file says them. */
  fields: string[]
  /** Relative to the root, with slashes. */
  file: string
}

const ROOMS = ['hooks', 'collections', 'plugins']
const isTest = (file: string) => /(^|\/)tests\/|\.test\.tsx?$/.test(file)

/** Every TypeScript file of the rooms that may declare, tests left out. */
export const sourcesOf = (root: string, rooms: readonly string[] = ROOMS): string[] =>
  rooms
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
        .map((file) => `${room}/${file.replaceAll('\\', '/')}`)
        .filter((file) => /\.tsx?$/.test(file) && !isTest(file)),
    )
    .sort()

/** All that is declared, in the order of names. */
export function readDeclarations(root: string): Declaration[] {
  const found = sourcesOf(root).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return text.includes("declare module '@/hooks'") ? declarationsIn(file, text) : []
  })
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

export function declarationsIn(file: string, text: string): Declaration[] {
  const source = parse(file, text)
  const blocks = source.statements.filter(
    (s): s is ts.ModuleDeclaration => ts.isModuleDeclaration(s) && s.name.text === '@/hooks',
  )
  const interfaces = blocks.flatMap((block) =>
    block.body && ts.isModuleBlock(block.body)
      ? block.body.statements.filter((s): s is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(s))
      : [],
  )
  return interfaces.flatMap((i) => {
    const kind = KINDS.find((k) => k === i.name.text)
    if (!kind) return []
    return i.members.filter(ts.isPropertySignature).flatMap((member) =>
      member.type && (ts.isStringLiteral(member.name) || ts.isIdentifier(member.name))
        ? [
            {
              kind,
              name: member.name.text,
              doc: docOf(member),
              type: textOf(member.type, source),
              made: madeOf(member.type, source),
              fields: fieldsOf(member.type, source),
              file,
            },
          ]
        : [],
    )
  })
}

/** Fields by which an action says whom it is about, the first one that is there. */
const PEOPLE = ['person', 'author', 'helper', 'postedBy']

/** The actions that say whom they are about, with the field that does. */
export const personActions = (root: string): { name: string; person: string; file: string }[] =>
  readDeclarations(root).flatMap(({ kind, name, fields, file }) => {
    const person = PEOPLE.find((field) => fields.includes(field))
    return kind === 'Actions' && person ? [{ name, person, file }] : []
  })

export const parse = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)

/** A docblock's text on one line; empty where there is none. */
export const docOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

const printer = ts.createPrinter({ removeComments: true })

/** A type as it is written, on one line and without its comments. */
export const textOf = (node: ts.Node, source: ts.SourceFile): string =>
  printer.printNode(ts.EmitHint.Unspecified, node, source).replace(/\s+/g, ' ').replaceAll('; }', ' }')

const aliasOf = (name: string, source: ts.SourceFile): ts.TypeAliasDeclaration | undefined =>
  source.statements
    .filter((s): s is ts.TypeAliasDeclaration => ts.isTypeAliasDeclaration(s))
    .find((s) => s.name.text === name)

/** The types of the same file that a type names, and those that these name, each once. */
function madeOf(node: ts.Node, source: ts.SourceFile, seen = new Set<string>()): Declaration['made'] {
  const made: Declaration['made'] = []
  const visit = (n: ts.Node): void => {
    if (ts.isTypeReferenceNode(n) && ts.isIdentifier(n.typeName) && !seen.has(n.typeName.text)) {
      const alias = aliasOf(n.typeName.text, source)
      if (alias) {
        seen.add(alias.name.text)
        made.push({ name: alias.name.text, type: textOf(alias.type, source) })
        made.push(...madeOf(alias.type, source, seen))
      }
    }
    n.forEachChild(visit)
  }
  visit(node)
  return made
}

function fieldsOf(node: ts.TypeNode, source: ts.SourceFile): string[] {
  if (ts.isTypeLiteralNode(node)) return node.members.flatMap((m) => (m.name ? [m.name.getText(source)] : []))
  if (ts.isIntersectionTypeNode(node)) return node.types.flatMap((part) => fieldsOf(part, source))
  if (!ts.isTypeReferenceNode(node) || !ts.isIdentifier(node.typeName)) return []
  const alias = aliasOf(node.typeName.text, source)
  return alias ? fieldsOf(alias.type, source) : []
}
