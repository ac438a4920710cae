import type { DocumentNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql'

/** Levels of fields, one inside the other. */
export const MAX_DEPTH = 8
/** Fields once all fragments are written out. */
export const MAX_FIELDS = 500

/**
 * Payload's own sign-in is closed, as its REST doors are (src/server/rest.ts): sign-ins are rows of ours, with a
 * limited number of attempts, and passwords have a rule.
 */
const CLOSED = /^(login|logout|refreshToken|forgotPassword|resetPassword|verifyEmail|unlock)Member$/

type Size = { depth: number; fields: number; closed: boolean }
const NOTHING: Size = { depth: 0, fields: 0, closed: false }

/** Why a document is not to be answered, or undefined. Linear in its length, whatever its fragments refer to. */
export function problemOf(document: DocumentNode): string | undefined {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions)
    if (node.kind === 'FragmentDefinition') fragments.set(node.name.value, node)
  const known = new Map<string, Size>()

  const ofFragment = (name: string): Size => {
    const seen = known.get(name)
    if (seen) return seen
    // A fragment within itself counts for nothing here; GraphQL's own rule refuses it.
    known.set(name, NOTHING)
    const fragment = fragments.get(name)
    const size = fragment ? sizeOf(fragment.selectionSet) : NOTHING
    known.set(name, size)
    return size
  }
  const sizeOf = ({ selections }: SelectionSetNode): Size => {
    const total = { ...NOTHING }
    for (const node of selections) {
      const isField = node.kind === 'Field'
      const inner =
        node.kind === 'FragmentSpread'
          ? ofFragment(node.name.value)
          : node.selectionSet
            ? sizeOf(node.selectionSet)
            : NOTHING
      total.depth = Math.max(total.depth, inner.depth + (isField ? 1 : 0))
      total.fields += inner.fields + 1
      total.closed ||= inner.closed || (isField && CLOSED.test(node.name.value))
    }
    return total
  }

  let fields = 0
  for (const node of document.definitions) {
    if (node.kind !== 'OperationDefinition') continue
    const size = sizeOf(node.selectionSet)
    fields += size.fields
    if (size.closed) return 'Signing in and passwords have their own pages.'
    if (size.depth > MAX_DEPTH) return `The query is ${size.depth} levels deep; ${MAX_DEPTH} are allowed.`
    if (fields > MAX_FIELDS) return `The query asks for too much: ${MAX_FIELDS} fields are allowed.`
  }
  return undefined
}
