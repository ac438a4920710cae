/** `<confirm-panel>`: lets Escape and a second button fold the question again, with the focus back. */
class ConfirmPanel extends HTMLElement {
  connectedCallback() {
    const details = this.querySelector('details')
    const summary = details?.querySelector('summary')
    if (!details || !summary || this.hasAttribute('data-ready')) return
    this.setAttribute('data-ready', '')
    const fold = () => {
      details.open = false
      summary.focus()
    }
    const back = document.createElement('button')
    back.type = 'button'
    back.className = 'button button--quiet'
    back.textContent = this.dataset.back ?? ''
    back.addEventListener('click', fold)
    details.querySelector('.actions')?.append(back)
    details.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && details.open) fold()
    })
  }
}

if (!customElements.get('confirm-panel')) customElements.define('confirm-panel', ConfirmPanel)
