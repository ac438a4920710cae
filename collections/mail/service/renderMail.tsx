import type { Lang } from '@/core/lang'
import type { MailTemplate, Module } from '@/hooks'
import { typeset } from '@/ui'
import { plainText } from '../domain/plainText'
import { setWords } from '../domain/setWords'
import { texts } from '../i18n/texts'
import { Layout } from './Layout'

export type RenderedMail = { subject: string; html: string; text: string }

export const findTemplate = (modules: readonly Module[], id: string): MailTemplate | undefined =>
  modules.flatMap((m) => m.mails ?? []).find((t) => t.id === id)

/** A mail as its reader will see it, in HTML and in plain text, set as its language sets text. */
export async function renderMail(
  template: MailTemplate,
  data: Record<string, string | number>,
  lang: Lang,
  publicUrl: string,
): Promise<RenderedMail> {
  // Loaded here, not above: Next refuses a static import of it in what the admin's configuration reaches.
  const { renderToStaticMarkup } = await import('react-dom/server')
  // A line break in a subject would begin a header of its own.
  const subject = typeset(template.subject(data, lang).replace(/\s+/g, ' ').trim(), lang)
  const view = setWords(renderToStaticMarkup(template.view(data, lang)), (words) => typeset(words, lang))
  const footer = typeset(texts(lang).footer(new URL(publicUrl).host), lang)
  const html = renderToStaticMarkup(
    <Layout lang={lang} subject={subject} site={publicUrl} footer={footer} view={view} />,
  )
  const text = `${plainText(view)}\n\n-- \n${footer}\n${publicUrl}\n`
  return { subject, html: `<!doctype html>${html}`, text }
}
