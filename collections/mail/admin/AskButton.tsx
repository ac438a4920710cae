'use client'

import { useState } from 'react'

/** Asks the server for something once, then shows the page as it is then; a refusal is said beside the button. */
export function AskButton({
  path,
  label,
  working,
  failed,
}: {
  path: string
  label: string
  working: string
  failed: string
}) {
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')

  async function ask() {
    setBusy(true)
    setSaid(working)
    try {
      const answer = await fetch(path, { method: 'POST', credentials: 'same-origin' })
      if (answer.ok) {
        window.location.reload()
        return
      }
      const { message } = (await answer.json().catch(() => ({}))) as { message?: string }
      setSaid(message || failed)
    } catch {
      setSaid(failed)
    }
    setBusy(false)
  }

  return (
    <div
      style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '1rem', marginBlockEnd: '1rem' }}
    >
      <button
        type="button"
        className="btn btn--style-secondary btn--size-medium"
        style={{ margin: 0 }}
        disabled={busy}
        onClick={ask}
      >
        {label}
      </button>
      <span role="status">{said}</span>
    </div>
  )
}
