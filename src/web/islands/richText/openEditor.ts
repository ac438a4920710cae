import './editor.css'
import { createEmptyHistoryState, registerHistory } from '@lexical/history'
import {
  BOLD_STAR,
  BOLD_UNDERSCORE,
  HEADING,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  ORDERED_LIST,
  QUOTE,
  registerMarkdownShortcuts,
  STRIKETHROUGH,
  UNORDERED_LIST,
} from '@lexical/markdown'
import { HeadingNode, registerRichText } from '@lexical/rich-text'
import {
  $getRoot,
  $isElementNode,
  $isTextNode,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_HIGH,
  createEditor,
  FORMAT_TEXT_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalNode,
  mergeRegister,
  type SerializedEditorState,
} from 'lexical'
import { isLang } from '@/core/lang'
import { make } from './build'
import { type Caret, caretIn } from './caret'
import { createLinkPanel } from './createLinkPanel'
import { registerText, TEXT } from './createText'
import { createToolbar } from './createToolbar'
import { fromLexical, keeps, readMarkdown, sameDocument, toLexical, writeState } from './exchange'
import { $placeLink, $placeOfLink, $readStates, $removeLink, applyTool, type Place } from './formatting'
import { texts } from './texts'

export type Editing = { close: () => void }

/** As in the text area: `**gras**`, `- `, `# `… become what they stand for as they are typed. */
const SHORTCUTS = [
  ...[HEADING, QUOTE, UNORDERED_LIST, ORDERED_LIST, LINK, INLINE_CODE],
  ...[BOLD_STAR, BOLD_UNDERSCORE, ITALIC_STAR, ITALIC_UNDERSCORE, STRIKETHROUGH],
]
const FORMATS = new Set<string>(['bold', 'italic', 'strikethrough', 'code'])

/**
 * Lays the editor over a text area, which stays the field that is sent: each change is written back to it as Markdown.
 * A text the editor could not give back unchanged stays where it is, and nothing is returned.
 * `told`: says so on the page.
 */
export function openEditor(
  area: HTMLTextAreaElement,
  { told, onPlain }: { told: boolean; onPlain: () => void },
): Editing | undefined {
  const lang = (area.closest('[lang]') as HTMLElement | null)?.lang.slice(0, 2)
  const t = texts(isLang(lang) ? lang : 'fr')
  const markdown = area.value
  const wanted = readMarkdown(markdown)
  const text = make('div', { class: 'rich__text prose', contenteditable: 'true' })
  const editor = createEditor(TEXT)
  editor.setRootElement(text)
  const unregister = [registerRichText(editor), registerText(editor)]
  const close = () => {
    mergeRegister(...unregister)()
    editor.setRootElement(null)
  }
  editor.setEditorState(editor.parseEditorState(toLexical(wanted) as unknown as SerializedEditorState))
  area.parentElement?.querySelector('.rich__unkept')?.remove()
  if (!keeps(markdown, editor.getEditorState().toJSON())) {
    close()
    if (told) area.before(make('p', { class: 'rich__unkept field__hint', role: 'status' }, t.unkept))
    return
  }

  let place: Place = { selection: null, url: null }
  const leaveLink = (act?: () => void) => {
    panel.close()
    toolbar.expand(false)
    editor.update(() => act?.(), { discrete: true })
    editor.focus()
  }
  const askLink = (where: Place) => {
    place = where
    toolbar.expand(true)
    panel.open(place.url)
  }
  const panel = createLinkPanel({
    t,
    id: `${area.id}-lien`,
    onPlace: (href) => leaveLink(() => $placeLink(place, href)),
    onRemove: () => leaveLink(() => $removeLink(place)),
    onClose: () => leaveLink(),
  })
  const toolbar = createToolbar({
    t,
    controls: area.id,
    onTool: (tool) => {
      if (tool === 'link') {
        if (panel.panel.hidden) askLink(editor.read($placeOfLink))
        else leaveLink()
      } else {
        applyTool(editor, tool)
        if (!toolbar.bar.contains(document.activeElement)) editor.focus()
      }
    },
    onPlain: () => {
      close()
      restore()
      onPlain()
    },
    onEscape: () => editor.focus(),
  })
  unregister.push(
    registerHistory(editor, createEmptyHistoryState(), 300),
    registerMarkdownShortcuts(editor, SHORTCUTS),
    editor.registerCommand(
      CAN_UNDO_COMMAND,
      (can) => {
        toolbar.enable('undo', can)
        return false
      },
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(
      CAN_REDO_COMMAND,
      (can) => {
        toolbar.enable('redo', can)
        return false
      },
      COMMAND_PRIORITY_EDITOR,
    ),
    // What is being written is not of the page's outline, which would skip a level.
    editor.registerMutationListener(HeadingNode, (changes) => {
      for (const key of changes.keys()) {
        const element = editor.getElementByKey(key)
        element?.setAttribute('aria-level', element.tagName === 'H3' ? '2' : '3')
      }
    }),
    // Ctrl+U and the like: not of the whitelist.
    editor.registerCommand(FORMAT_TEXT_COMMAND, (format) => !FORMATS.has(format), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const link = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k'
        const bar = event.altKey && event.key === 'F10'
        if (!link && !bar) return false
        event.preventDefault()
        // Now, not at the next turn: what is typed on belongs to the address already.
        if (link) askLink($placeOfLink())
        else toolbar.focus()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      editorState.read(() => toolbar.press($readStates()), { editor })
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
      const state = editorState.toJSON()
      // What was undone to the last letter is sent as it came.
      const value = sameDocument(fromLexical(state), wanted) ? markdown : writeState(state)
      if (value === area.value) return
      area.value = value
      area.dispatchEvent(new Event('input', { bubbles: true }))
    }),
  )

  const restore = standIn(area, text, make('div', { class: 'rich' }, toolbar.bar, panel.panel, text), () =>
    editor.focus(),
  )
  const caret = told ? null : caretIn(markdown, area.selectionStart)
  editor.update(() => $putCaret(caret), { discrete: true })
  editor.focus()
  return { close }
}

/**
 * Puts `box` where the text area stands; `text` takes over its id, so that links to the field find it, its label, its
 * hint and its error. Returns what puts everything back.
 */
function standIn(
  area: HTMLTextAreaElement,
  text: HTMLElement,
  box: HTMLElement,
  focus: () => void,
): () => void {
  const { id } = area
  const label = area.labels?.[0]
  if (label) {
    label.id ||= `${id}-nom`
    text.setAttribute('aria-labelledby', label.id)
    label.addEventListener('click', focus)
  }
  text.role = 'textbox'
  text.setAttribute('aria-multiline', 'true')
  if (area.required) text.setAttribute('aria-required', 'true')
  for (const name of ['aria-describedby', 'aria-invalid', 'aria-label', 'lang', 'spellcheck']) {
    const value = area.getAttribute(name)
    if (value !== null) text.setAttribute(name, value)
  }
  text.style.minHeight = `${area.offsetHeight}px`
  area.before(box)
  area.hidden = true
  area.removeAttribute('id')
  text.id = id
  return () => {
    label?.removeEventListener('click', focus)
    box.remove()
    area.id = id
    area.hidden = false
  }
}

/** Where somebody had clicked in the Markdown, or at the end. */
function $putCaret(caret: Caret | null): void {
  let node: LexicalNode | null = $getRoot()
  for (const index of caret?.path ?? []) node = $isElementNode(node) ? node.getChildAtIndex(index) : null
  if (caret && $isTextNode(node)) node.select(caret.offset, caret.offset)
  else $getRoot().selectEnd()
}
