import { describe, expect, it } from 'vitest'
import { LANGS } from '@/core/lang'
import { modules } from '@/src/modules'
import { renderMail } from '../service/renderMail'

const templates = modules.flatMap((module) =>
  (module.mails ?? []).map((template) => ({ module: module.id, id: template.id, template })),
)

/** Every mail of every module, in both languages, from its example. */
describe.each(templates)('$module: $id', ({ template }) => {
  it.each(LANGS)('reads well in %s', async (lang) => {
    const mail = await renderMail(template, template.example, lang, 'https://asso.example.org')
    expect(mail.subject.length).toBeGreaterThan(3)
    expect(mail.subject).not.toMatch(/\n|undefined|null|NaN|\[object/)
    for (const body of [mail.html, mail.text]) expect(body).not.toMatch(/undefined|NaN|\[object/)
    expect(mail.html).toContain(`<html lang="${lang}">`)
    expect(mail.html).not.toMatch(/<(script|img|link|form|iframe)\b/)
    expect(mail.text).not.toMatch(/<\/?[a-z]+[^>]*>|&(amp|lt|gt|#x27);/)
    // What the HTML links to can be reached from the plain text too.
    for (const [, href = ''] of mail.html.matchAll(/href="([^"]*)"/g)) {
      expect(href).toMatch(/^(https?|mailto):/)
      expect(mail.text).toContain(href.replaceAll('&amp;', '&'))
    }
  })

  it('is not the same in both languages', async () => {
    const [fr, en] = await Promise.all(
      LANGS.map((lang) => renderMail(template, template.example, lang, 'https://asso.example.org')),
    )
    expect(fr?.text).not.toBe(en?.text)
    expect(fr?.subject).not.toBe(en?.subject)
  })
})

it('finds templates, each under a name of its own', () => {
  const ids = templates.map((t) => t.id)
  expect(ids.length).toBeGreaterThan(0)
  expect(new Set(ids).size).toBe(ids.length)
})
