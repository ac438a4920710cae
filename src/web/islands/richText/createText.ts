import { $isAutoLinkNode, AutoLinkNode, LinkNode, registerAutoLink } from '@lexical/link'
import { ListItemNode, ListNode, registerList } from '@lexical/list'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import {
  $isTextNode,
  type CreateEditorArgs,
  DecoratorNode,
  type ElementNode,
  type LexicalEditor,
  mergeRegister,
  ParagraphNode,
  TextNode,
} from 'lexical'
import { KNOWN_FORMATS } from '@/collections/richtext/domain/document'
import { safeHref } from '@/collections/richtext/domain/links'
import { findAddress, headingTag } from './exchange'

/** `---`: a line across. It has no button; a text that holds one keeps it. */
export class RuleNode extends DecoratorNode<null> {
  override $config() {
    return this.config('horizontalrule', { extends: DecoratorNode })
  }
  override createDOM(): HTMLElement {
    return document.createElement('hr')
  }
  override updateDOM(): false {
    return false
  }
  override decorate(): null {
    return null
  }
  override isInline(): false {
    return false
  }
  override getTextContent(): string {
    return '\n'
  }
}

/** What a member may write, and no other node: what is pasted becomes one of these, or its words. */
export const TEXT: CreateEditorArgs = {
  // No other editor's clipboard passes for ours.
  namespace: 'compagnon-member',
  nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode, AutoLinkNode, RuleNode],
  theme: { text: { strikethrough: 'rich__struck' }, list: { nested: { listitem: 'rich__nested' } } },
  onError: (error) => {
    throw error
  },
}

/** Lists, links from bare addresses, and nothing beyond the whitelist, whatever is pasted. */
export function registerText(editor: LexicalEditor): () => void {
  return mergeRegister(
    registerList(editor),
    registerAutoLink(editor, {
      matchers: [findAddress],
      changeHandlers: [],
      excludeParents: [showsAddressAsCode],
      separatorRegex: APART,
    }),
    editor.registerNodeTransform(TextNode, (node) => {
      if ((node.getFormat() & ~KNOWN_FORMATS) !== 0) node.setFormat(node.getFormat() & KNOWN_FORMATS)
      if (node.getStyle() !== '') node.setStyle('')
    }),
    editor.registerNodeTransform(HeadingNode, (node) => {
      const tag = headingTag(node.getTag())
      if (node.getTag() !== tag) node.setTag(tag)
      plain(node)
    }),
    editor.registerNodeTransform(ParagraphNode, plain),
    editor.registerNodeTransform(QuoteNode, plain),
    editor.registerNodeTransform(ListNode, (node) => {
      if (node.getListType() === 'check') node.setListType('bullet')
    }),
    editor.registerNodeTransform(LinkNode, (node) => {
      if ($isAutoLinkNode(node)) return
      const href = safeHref(node.getURL())
      if (href === null) {
        for (const child of node.getChildren()) node.insertBefore(child)
        node.remove()
      } else if (href !== node.getURL()) node.setURL(href)
    }),
  )
}

/** An address within code is no link, and Lexical does not look at formats: such a paragraph gets links by hand only. */
const showsAddressAsCode = (parent: ElementNode): boolean =>
  parent
    .getChildren()
    .some((child) => $isTextNode(child) && child.hasFormat('code') && child.getTextContent().includes('://'))

/** Between a bare address and what surrounds it. What goes on an address as it is typed (/, ?, :) is not among them. */
const APART = /[.,;\s()[\]«»“”"]/

/** Neither aligned nor moved in. */
function plain(node: ParagraphNode | HeadingNode | QuoteNode): void {
  if (node.getFormatType() !== '') node.setFormat('')
  if (node.getIndent() !== 0) node.setIndent(0)
}
