import { createElement } from 'react'

export type SnippetProps = {
  /** What the button says, before and after. */
  copy: string
  copied: string
  /** Shown as it is; no typography. */
  children: string
}

/** Text to be taken elsewhere: one press selects all of it; where the island `copy` runs, a button copies it. */
export function Snippet({ copy, copied, children }: SnippetProps) {
  return createElement(
    'copy-text',
    { class: 'snippet', 'data-copy': copy, 'data-copied': copied },
    <pre className="snippet__text">
      <code>{children}</code>
    </pre>,
  )
}
