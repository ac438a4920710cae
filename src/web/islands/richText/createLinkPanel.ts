import { make } from './build'
import { linkAddress } from './linkAddress'
import type { EditorTexts } from './texts'

/** A line under the toolbar that asks for an address. It is no form: one cannot stand within another. */
export function createLinkPanel(options: {
  t: EditorTexts
  id: string
  onPlace: (href: string) => void
  onRemove: () => void
  onClose: () => void
}) {
  const { t, id } = options
  const input = make('input', {
    class: 'input',
    id,
    type: 'text',
    inputmode: 'url',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    'aria-describedby': `${id}-aide`,
  })
  const hint = make('p', { class: 'field__hint', id: `${id}-aide` }, t.addressHint)
  const wrong = make('p', { class: 'field__error', id: `${id}-erreur`, role: 'alert' })
  const button = (words: string, kind: string, act: () => void) => {
    const made = make('button', { type: 'button', class: `button button--small button--${kind}` }, words)
    made.addEventListener('click', act)
    return made
  }
  const say = (words: string) => {
    wrong.textContent = words
    input.setAttribute('aria-describedby', words ? `${id}-aide ${id}-erreur` : `${id}-aide`)
    if (words) input.setAttribute('aria-invalid', 'true')
    else input.removeAttribute('aria-invalid')
  }
  const place = () => {
    const href = linkAddress(input.value)
    if (href !== null) return options.onPlace(href)
    say(t.addressWrong)
    input.focus()
  }
  const remove = button(t.unlink, 'quiet', options.onRemove)
  const panel = make(
    'div',
    { class: 'rich__link', role: 'group', 'aria-label': t.link },
    make('label', { class: 'field__label', for: id }, t.address),
    hint,
    wrong,
    input,
    make(
      'div',
      { class: 'rich__acts' },
      button(t.place, 'secondary', place),
      remove,
      button(t.cancel, 'quiet', options.onClose),
    ),
  )
  panel.hidden = true
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') options.onClose()
    else if (event.key === 'Enter' && event.target === input) place()
    else return
    event.preventDefault()
  })
  return {
    panel,
    open: (url: string | null) => {
      say('')
      input.value = (url ?? '').replace(/^mailto:/, '')
      remove.hidden = url === null
      panel.hidden = false
      input.focus()
      input.select()
    },
    close: () => {
      panel.hidden = true
    },
  }
}
