/** Rich text: one whitelist for writing, reading and showing. The admin's editor is in ./editor. */
export type { RichDoc } from './domain/document'
export { safeHref } from './domain/links'
export { isBlank, plainText, summary } from './domain/plainText'
export { type RichTextReason, readRichText } from './domain/readRichText'
export { texts as richTextTexts } from './i18n'
export { markdownToRichText, richTextToMarkdown } from './markdown'
export { type RichTextOptions, renderRichText } from './web/renderRichText'
export { type ShownText, showText } from './web/showText'
