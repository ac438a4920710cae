import type { Page } from 'playwright-core'

/** A form that has a field to fill: which it is on its page, where it leads, and what it asks. */
export type Form = { at: number; action: string; fields: string }

/** Not those the browser itself checks: the server's words are what is looked at. */
const FORMS = 'main form[method=post][novalidate]'

/** The forms of a page that cannot be sent empty. */
export const formsOf = (page: Page): Promise<Form[]> =>
  page.evaluate(
    (forms) =>
      [...document.querySelectorAll<HTMLFormElement>(forms)].flatMap((form, at) => {
        const asked = [
          ...form.querySelectorAll<HTMLInputElement>('input[required], textarea[required]'),
        ].filter(({ type }) => !['hidden', 'radio', 'checkbox', 'file'].includes(type))
        const fields = asked.map(({ name }) => name).join(' ')
        return fields ? [{ at, action: new URL(form.action).pathname, fields }] : []
      }),
    FORMS,
  )

/** Sends a form with nothing in it; returns the status of the answer. */
export async function sendEmpty(page: Page, { at }: Form): Promise<number> {
  const answered = page.waitForNavigation()
  await page.evaluate(
    ([forms, n]) => {
      const form = document.querySelectorAll<HTMLFormElement>(String(forms))[Number(n)]
      if (!form) throw new Error('the form is gone')
      for (const field of form.querySelectorAll<HTMLInputElement>('input, textarea')) {
        if (field.type === 'checkbox') field.checked = false
        else if (!['hidden', 'radio', 'file', 'submit'].includes(field.type)) field.value = ''
      }
      form.requestSubmit()
    },
    [FORMS, at] as const,
  )
  return (await answered)?.status() ?? 0
}

/** What is wrong with how a page tells what is to mend: a summary on top, each error beside its field, focus there. */
export async function faultsOfRefusal(page: Page): Promise<string[]> {
  // A browser gives the focus once it has drawn the page.
  const moved = () => document.activeElement !== document.body
  await page.waitForFunction(moved, undefined, { timeout: 3_000 }).catch(() => undefined)
  return page.evaluate(() => {
    const faults: string[] = []
    const summary = document.querySelector('main .summary[role=alert]')
    if (!summary) return ['there is no summary of what is to mend']
    const links = [...summary.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
    if (links.length === 0) faults.push('the summary leads to no field')
    for (const link of links) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
      const field = target?.matches('[aria-invalid=true]')
        ? target
        : target?.querySelector('[aria-invalid=true]')
      // A group of choices is described as a whole.
      const said = [field, target, target?.closest('fieldset')]
        .map((e) => e?.getAttribute('aria-describedby') ?? '')
        .join(' ')
        .split(' ')
        .map((id) => document.getElementById(id))
        .some((e) => e?.matches('.field__error') && e.textContent?.includes(link.textContent ?? ''))
      if (!said) faults.push(`“${link.textContent}” does not stand beside its field`)
    }
    const at = document.activeElement
    if (!at?.closest('[aria-invalid=true], .summary, .field--wrong'))
      faults.push(`the focus is at ${at?.tagName} ${at?.id}, not where it is to mend`)
    return faults
  })
}
