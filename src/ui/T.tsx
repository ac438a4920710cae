import type { ReactNode } from 'react'
import type { Lang } from '@/core/lang'
import { useUi } from './context'
import { typeset } from './typography'

/** Applies the language's typography to text, and to text among elements; elements are left as they are. */
export function typesetNode(node: ReactNode, lang: Lang): ReactNode {
  if (typeof node === 'string') return typeset(node, lang)
  if (Array.isArray(node)) return node.map((part) => (typeof part === 'string' ? typeset(part, lang) : part))
  return node
}

/**
 * Text as the language sets it: `<T>Que puis-je faire ?</T>`. The components of this folder do it for the
 * words they are given; use it for free text in views, never around `<code>` or addresses.
 */
export function T({ children }: { children: ReactNode }) {
  return typesetNode(children, useUi().lang)
}
