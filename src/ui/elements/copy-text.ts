/** `<copy-text>`: adds a button that copies the text within. */
class CopyText extends HTMLElement {
  connectedCallback() {
    const text = this.querySelector('code')
    if (!text || this.querySelector('button') || !navigator.clipboard) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button--quiet button--small'
    const say = (word: string | undefined) => {
      button.textContent = word ?? ''
    }
    const said = document.createElement('span')
    said.className = 'visually-hidden'
    said.setAttribute('role', 'status')
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text.textContent ?? '')
      say(this.dataset.copied)
      said.textContent = this.dataset.copied ?? ''
      setTimeout(() => {
        say(this.dataset.copy)
        said.textContent = ''
      }, 2_000)
    })
    say(this.dataset.copy)
    this.append(button, said)
  }
}

if (!customElements.get('copy-text')) customElements.define('copy-text', CopyText)
