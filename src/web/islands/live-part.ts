/**
 * `<live-part id data-every="2">`: a part of a page that changes by itself. Every so many seconds the page is asked for
 * again and the part put in place of the old one; once it says no more that it changes, the whole page is loaded, as
 * what may be done next has changed too. Without this script one loads the page again.
 */
class LivePart extends HTMLElement {
  private timer: number | undefined

  connectedCallback() {
    this.wait()
  }

  disconnectedCallback() {
    clearTimeout(this.timer)
  }

  private wait() {
    const seconds = Number(this.dataset.every)
    if (seconds > 0) this.timer = window.setTimeout(() => this.refresh(), seconds * 1000)
  }

  private async refresh() {
    // Nobody looks: ask when somebody does.
    if (document.hidden) return this.wait()
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const fresh = answer.ok ? page.getElementById(this.id) : null
      if (fresh && !fresh.dataset.every) return location.reload()
      if (fresh) this.replaceChildren(...fresh.childNodes)
    } catch {
      // Away for a moment: the next time.
    }
    this.wait()
  }
}

customElements.define('live-part', LivePart)
