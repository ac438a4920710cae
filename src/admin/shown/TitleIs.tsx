'use client'
import { useDocumentTitle } from '@payloadcms/ui'
import { useEffect } from 'react'

/** Says a document's title in words: Payload takes the stored value, which may be an id. */
export function TitleIs({ raw, words }: { raw: string; words: string }) {
  const { title, setDocumentTitle } = useDocumentTitle()
  useEffect(() => {
    if (title === words) return
    // After Payload's own effect, which runs behind this one and says the stored value.
    const soon = setTimeout(() => {
      setDocumentTitle(words)
      document.title = document.title.replace(raw, words)
    })
    return () => clearTimeout(soon)
  }, [title, raw, words, setDocumentTitle])
  return null
}
