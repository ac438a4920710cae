import { createElement } from 'react'
import type { Lang } from '@/core/lang'
import { TextArea, type TextAreaProps } from '@/ui'
import { texts } from '../i18n'

/** The browser script a page with a `RichTextArea` names among its `islands`. */
export const RICH_TEXT_ISLAND = 'rich-text'

/** A text area of light Markdown; with the island, an editor that shows bold as bold is offered over it. */
export function RichTextArea({ lang, ...props }: TextAreaProps & { lang: Lang }) {
  const t = texts(lang)
  return createElement(
    'rich-text',
    { 'data-open': t.openEditor },
    <TextArea hint={t.markdownHint} {...props} />,
  )
}
