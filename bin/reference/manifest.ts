import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { docOf, parse, textOf } from './declarations'

const FILE = 'hooks/module.ts'

export type ManifestField = { name: string; optional: boolean; type: string; doc: string }

/** The types of hooks/module.ts, which say what a module may bring. */
export function readManifest(root: string) {
  const source = parse(FILE, readFileSync(join(root, FILE), 'utf8'))
  const aliases = source.statements.filter((s): s is ts.TypeAliasDeclaration => ts.isTypeAliasDeclaration(s))
  const alias = (name: string): ts.TypeAliasDeclaration => {
    const found = aliases.find((a) => a.name.text === name)
    if (!found) throw new Error(`${FILE} has no type ${name}`)
    return found
  }
  const fields = (name: string): ManifestField[] =>
    literalsOf(alias(name).type).flatMap((literal) =>
      literal.members.filter(ts.isPropertySignature).map((member) => ({
        name: member.name.getText(source),
        optional: member.questionToken !== undefined,
        type: member.type ? textOf(member.type, source) : '',
        doc: docOf(member),
      })),
    )
  /** The words of a union: the places of widgets, of menus. */
  const words = (type: ts.TypeNode): string[] =>
    (ts.isUnionTypeNode(type) ? [...type.types] : [type]).flatMap((t) =>
      ts.isLiteralTypeNode(t) && ts.isStringLiteral(t.literal) ? [t.literal.text] : [],
    )
  const menuPlace = literalsOf(alias('MenuEntry').type)
    .flatMap((literal) => [...literal.members])
    .find((m) => m.name?.getText(source) === 'place')
  const own = ['Module', 'Plugin']
  return {
    module: fields('Module'),
    plugin: fields('Plugin'),
    widgetPlaces: { doc: docOf(alias('WidgetPlace')), words: words(alias('WidgetPlace').type) },
    menuPlaces: menuPlace && ts.isPropertySignature(menuPlace) && menuPlace.type ? words(menuPlace.type) : [],
    /** The types that fields are made of, as they stand in the file. */
    made: aliases
      .filter((a) => !own.includes(a.name.text))
      .map((a) => source.text.slice(a.getStart(source, true), a.getEnd())),
  }
}

const literalsOf = (type: ts.TypeNode): ts.TypeLiteralNode[] =>
  ts.isTypeLiteralNode(type)
    ? [type]
    : ts.isIntersectionTypeNode(type)
      ? type.types.flatMap((part) => literalsOf(part))
      : []
