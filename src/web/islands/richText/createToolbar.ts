import { drawing, make } from './build'
import type { EditorTexts } from './texts'

const ICONS = {
  bold: 'M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z',
  italic: 'M10 5h8M6 19h8M14 5l-4 14',
  strikethrough:
    'M4 12h16M16.5 8c-.4-2-2-3-4.5-3-2.6 0-4.5 1.2-4.5 3.3 0 1 .5 1.7 1.3 2.2M7 15.5c.3 2.2 2.2 3.5 5 3.5s4.8-1.3 4.8-3.6',
  code: 'M8 7l-5 5 5 5M16 7l5 5-5 5',
  h3: 'M5 5v14M15 5v14M5 12h10',
  h4: 'M6 9v10M14 9v10M6 14h8',
  bullet: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  number: 'M10 6h10M10 12h10M10 18h10M4 5l1.5-1v4M4 14.5c.3-1 2.5-1.2 2.5.2 0 .9-2.5 2.3-2.5 2.3h2.7',
  quote: 'M10 7c-3 .5-5 2.5-5 6v4h5v-5H7M19 7c-3 .5-5 2.5-5 6v4h5v-5h-3',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
  undo: 'M8 5L4 9l4 4M4 9h9a6 6 0 0 1 0 12h-3',
  redo: 'M16 5l4 4-4 4M20 9h-9a6 6 0 0 0 0 12h3',
} as const
export type Tool = keyof typeof ICONS
const TOOLS = Object.keys(ICONS) as Tool[]
const GROUPS_END = new Set<Tool>(['code', 'quote', 'link'])
const KEYS: Partial<Record<Tool, string>> = { bold: 'B', italic: 'I', link: 'K', undo: 'Z', redo: 'Y' }

/** What the buttons show: pressed or not, of use or not. */
export type ToolStates = Partial<Record<Tool, boolean>>

/**
 * A toolbar as ARIA describes it (APG, Toolbar): one stop for Tab, arrows, Home and End within, Escape back to the text.
 * Buttons that cannot be used stay where the arrows find them.
 */
export function createToolbar(options: {
  t: EditorTexts
  controls: string
  onTool: (tool: Tool) => void
  onPlain: () => void
  onEscape: () => void
}) {
  const { t } = options
  const bar = make('div', { class: 'rich__bar', role: 'toolbar', 'aria-label': t.toolbar })
  if (options.controls) bar.setAttribute('aria-controls', options.controls)
  const byTool = new Map<Tool, HTMLButtonElement>()
  for (const tool of TOOLS) {
    const key = KEYS[tool]
    const button = make(
      'button',
      {
        type: 'button',
        class: `rich__tool${GROUPS_END.has(tool) ? ' rich__tool--last' : ''}`,
        'aria-label': t[tool],
        title: key ? `${t[tool]} (${t.ctrl}+${key})` : t[tool],
        ...(key ? { 'aria-keyshortcuts': `Control+${key}` } : {}),
        ...(tool === 'undo' || tool === 'redo' ? { 'aria-disabled': 'true' } : {}),
        ...(tool === 'undo' || tool === 'redo' || tool === 'link' ? {} : { 'aria-pressed': 'false' }),
      },
      drawing(ICONS[tool]),
    )
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') !== 'true') options.onTool(tool)
    })
    byTool.set(tool, button)
  }
  const plain = make('button', { type: 'button', class: 'rich__tool rich__tool--plain' }, t.plain)
  plain.addEventListener('click', options.onPlain)
  const buttons = [...byTool.values(), plain]
  bar.append(...buttons)

  const stopAt = (chosen: HTMLButtonElement) => {
    for (const button of buttons) button.tabIndex = button === chosen ? 0 : -1
  }
  stopAt(buttons[0] as HTMLButtonElement)
  bar.addEventListener('focusin', (event) => stopAt(event.target as HTMLButtonElement))
  // The text keeps its selection while a button is pressed.
  bar.addEventListener('mousedown', (event) => event.preventDefault())
  bar.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Escape') options.onEscape()
    else if (to === undefined) return
    else buttons.at(to % buttons.length)?.focus()
    event.preventDefault()
  })

  return {
    bar,
    focus: () => buttons.find((button) => button.tabIndex === 0)?.focus(),
    focusOn: (tool: Tool) => byTool.get(tool)?.focus(),
    press: (states: ToolStates) => {
      for (const [tool, on] of Object.entries(states))
        byTool.get(tool as Tool)?.setAttribute('aria-pressed', String(on))
    },
    enable: (tool: Tool, on: boolean) => byTool.get(tool)?.setAttribute('aria-disabled', String(!on)),
    expand: (open: boolean) => byTool.get('link')?.setAttribute('aria-expanded', String(open)),
  }
}
export type Toolbar = ReturnType<typeof createToolbar>
