import type { ReactNode } from 'react'

/** Rich text: headings, lists, quotes and tables as a book would set them. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>
}
