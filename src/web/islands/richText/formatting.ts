import { $createLinkNode, $isAutoLinkNode, $isLinkNode, $toggleLink, type LinkNode } from '@lexical/link'
import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  ListNode,
  REMOVE_LIST_COMMAND,
} from '@lexical/list'
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import {
  $createParagraphNode,
  $createRangeSelectionFromDom,
  $createTextNode,
  $findMatchingParent,
  $getEditor,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  type BaseSelection,
  type ElementNode,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
  type RangeSelection,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical'
import type { Tool, ToolStates } from './createToolbar'

/** What the text under the selection is; to be called while the editor is read. */
export function $readStates(): ToolStates {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return {}
  const kind = $kindOf(selection)
  return {
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    strikethrough: selection.hasFormat('strikethrough'),
    code: selection.hasFormat('code'),
    h3: kind === 'h3',
    h4: kind === 'h4',
    quote: kind === 'quote',
    bullet: kind === 'bullet',
    number: kind === 'number',
  }
}

/** What the paragraph the selection begins in is. */
function $kindOf(selection: RangeSelection): string {
  const node = selection.anchor.getNode()
  const nearest = $findMatchingParent(
    node,
    (parent) => $isListNode(parent) || $isHeadingNode(parent) || $isQuoteNode(parent),
  )
  if (nearest instanceof ListNode) return nearest.getListType()
  if ($isHeadingNode(nearest)) return nearest.getTag()
  return $isQuoteNode(nearest) ? 'quote' : 'paragraph'
}

/** Does what a button says, or undoes it where it is done already. */
export function applyTool(editor: LexicalEditor, tool: Exclude<Tool, 'link'>): void {
  if (tool === 'undo') editor.dispatchCommand(UNDO_COMMAND, undefined)
  else if (tool === 'redo') editor.dispatchCommand(REDO_COMMAND, undefined)
  else if (tool === 'h3' || tool === 'h4') setBlocks(editor, tool, () => $createHeadingNode(tool))
  else if (tool === 'quote') setBlocks(editor, tool, $createQuoteNode)
  else if (tool === 'bullet' || tool === 'number') setList(editor, tool)
  else editor.dispatchCommand(FORMAT_TEXT_COMMAND, tool)
}

function setList(editor: LexicalEditor, kind: 'bullet' | 'number'): void {
  const there = editor.read($readStates)[kind]
  if (there) editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined)
  else if (kind === 'number') editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined)
  else editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined)
}

function setBlocks(editor: LexicalEditor, tool: Tool, $create: () => ElementNode): void {
  const { [tool]: there, bullet, number } = editor.read($readStates)
  if (bullet || number) editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined)
  editor.update(() => {
    const selection = $getSelection()
    if ($isRangeSelection(selection)) $setBlocksType(selection, there ? $createParagraphNode : $create)
  })
}

/** The link the selection stands in. */
function $linkAt(selection: RangeSelection): LinkNode | null {
  const link = $findMatchingParent(selection.anchor.getNode(), $isLinkNode)
  if (!link || ($isAutoLinkNode(link) && link.getIsUnlinked())) return null
  return link.is($findMatchingParent(selection.focus.getNode(), $isLinkNode)) ? link : null
}

/** Where a link is to be placed, kept while its address is asked for. */
export type Place = { selection: BaseSelection | null; url: string | null }

/** Asked of the browser first: Lexical hears of a selection a moment later, and Ctrl+K may be quicker. */
export function $placeOfLink(): Place {
  const shown = $createRangeSelectionFromDom(window.getSelection(), $getEditor())
  const selection = shown ?? $getSelection()
  const url = $isRangeSelection(selection) ? ($linkAt(selection)?.getURL() ?? null) : null
  return { selection: selection?.clone() ?? null, url }
}

/** Makes a link of what was selected, changes the one that was there, or writes the address where nothing was. */
export function $placeLink(place: Place, href: string): void {
  const selection = $back(place)
  if (!selection) return
  const link = $linkAt(selection)
  if (link) {
    const made = $createLinkNode(href)
    made.append(...link.getChildren())
    link.replace(made)
    made.selectEnd()
  } else if (selection.isCollapsed()) {
    const made = $createLinkNode(href).append($createTextNode(href.replace(/^mailto:/, '')))
    selection.insertNodes([made])
  } else {
    $toggleLink(href, { rel: null })
  }
}

/** The words stay; a bare address stays as words too. */
export function $removeLink(place: Place): void {
  const selection = $back(place)
  const link = selection && $linkAt(selection)
  if (!link) return
  if ($isAutoLinkNode(link)) link.setIsUnlinked(true)
  else {
    for (const child of link.getChildren()) link.insertBefore(child)
    link.remove()
  }
}

function $back({ selection }: Place): RangeSelection | null {
  if (!$isRangeSelection(selection)) return null
  const again = selection.clone()
  $setSelection(again)
  return again
}
