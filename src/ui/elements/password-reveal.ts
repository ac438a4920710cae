/** `<password-reveal>`: adds a button that shows what is typed in the password field within. */
class PasswordReveal extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector('input')
    if (!input || this.querySelector('button')) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button--quiet button--small'
    button.setAttribute('aria-controls', input.id)
    const say = () => {
      button.textContent = (input.type === 'password' ? this.dataset.show : this.dataset.hide) ?? ''
    }
    button.addEventListener('click', () => {
      input.type = input.type === 'password' ? 'text' : 'password'
      say()
    })
    // A password in clear must not be kept by the browser as a plain answer.
    input.form?.addEventListener('submit', () => {
      input.type = 'password'
    })
    say()
    this.append(button)
  }
}

if (!customElements.get('password-reveal')) customElements.define('password-reveal', PasswordReveal)
