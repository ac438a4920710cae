/**
 * `<rich-text>`: around a text area that takes light Markdown, offers an editor that shows bold as bold. The editor is
 * heavier than the page: it is sent when the text area is entered or its button pressed, not before. Without this
 * script, where the browser is too old, or if the editor does not come, the text area is as it was.
 */
import type { Editing } from './richText/openEditor'

/** Somebody prefers the plain text area; kept by the browser alone. */
const PLAIN = 'compagnon-texte-brut'

class RichText extends HTMLElement {
  private readonly button = document.createElement('button')
  private area: HTMLTextAreaElement | null = null
  private editing: Editing | undefined
  private busy = false
  private composing = false

  connectedCallback() {
    const area = this.querySelector('textarea')
    // What the editor shares with the server is written for browsers that know this.
    if (!area || this.area || !('isWellFormed' in String.prototype)) return
    this.area = area
    this.button.type = 'button'
    this.button.className = 'button button--quiet button--small rich-text__open'
    this.button.textContent = this.dataset.open ?? ''
    this.button.addEventListener('click', () => {
      prefer(false)
      void this.open(true)
    })
    area.before(this.button)
    area.addEventListener('compositionstart', () => {
      this.composing = true
    })
    area.addEventListener('compositionend', () => {
      this.composing = false
    })
    const entered = () => {
      if (!prefersPlain()) void this.open(false)
    }
    area.addEventListener('focus', entered)
    if (document.activeElement === area) entered()
  }

  /** `asked`: by the button, so a text the editor cannot keep is worth a word. */
  private async open(asked: boolean) {
    const area = this.area
    if (!area || this.busy || this.editing) return
    this.busy = true
    try {
      const { openEditor } = await import('./richText/openEditor')
      // A word being composed would be lost if what holds it went away.
      if (this.composing)
        await new Promise((done) => area.addEventListener('compositionend', done, { once: true }))
      // Whoever has gone on to another field meanwhile is not called back.
      if (!asked && document.activeElement !== area) return
      this.editing = openEditor(area, {
        told: asked,
        onPlain: () => {
          prefer(true)
          this.editing = undefined
          this.button.hidden = false
          area.focus()
        },
      })
      this.button.hidden = this.editing !== undefined
    } catch (error) {
      console.warn('rich-text', error)
    } finally {
      this.busy = false
    }
  }
}

/** Storage may be refused: then nothing is remembered. */
function prefersPlain(): boolean {
  try {
    return localStorage.getItem(PLAIN) !== null
  } catch {
    return false
  }
}
function prefer(plain: boolean): void {
  try {
    if (plain) localStorage.setItem(PLAIN, '1')
    else localStorage.removeItem(PLAIN)
  } catch {
    // Storage is refused (private browsing, a policy): the choice holds for this page alone.
  }
}

if (!customElements.get('rich-text')) customElements.define('rich-text', RichText)
