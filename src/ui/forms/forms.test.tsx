import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { UiProvider } from '../context'
import { brokenReferences } from '../testing/brokenReferences'
import { Button } from './Button'
import { Confirm } from './Confirm'
import { Checkbox, CheckboxGroup, RadioGroup, Select } from './choices'
import { FilterBar } from './FilterBar'
import { Form } from './Form'
import { PasswordInput, TextArea, TextInput } from './inputs'

const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B', hint: 'Détail' },
]
const tag = (html: string, id: string) => new RegExp(`<[a-z]+[^>]*\\bid="${id}"[^>]*>`).exec(html)?.[0] ?? ''

describe('a field', () => {
  const html = renderToStaticMarkup(
    <Form
      action="/x"
      errors={{ mail: 'Il manque le @.' }}
      values={{ mail: 'marie' }}
      hidden={{ key: 'k1', none: undefined }}
    >
      <TextInput name="mail" type="email" label="Adresse" hint="Pour vous répondre." />
      <TextArea name="note" label="Note" optional />
    </Form>,
  )
  it('is tied to its label, its hint and its error', () => {
    expect(html).toContain('<label class="field__label" for="champ-mail">')
    expect(tag(html, 'champ-mail')).toContain('aria-describedby="champ-mail-aide champ-mail-erreur"')
    expect(tag(html, 'champ-mail')).toContain('aria-invalid="true"')
    expect(tag(html, 'champ-mail')).toContain('required=""')
    expect(brokenReferences(html)).toEqual([])
  })
  it('keeps what was sent', () => expect(tag(html, 'champ-mail')).toContain('value="marie"'))
  it('says that it is optional, and only then is', () => {
    expect(html).toContain('(facultatif)')
    expect(tag(html, 'champ-note')).not.toContain('required')
    expect(tag(html, 'champ-note')).not.toContain('aria-')
  })
  it('sends the hidden fields that have a value', () => {
    expect(html.match(/type="hidden"/g)).toHaveLength(1)
  })
  it('has the focus, and a summary that leads to it', () => {
    expect(html.match(/autofocus=""/g)).toHaveLength(1)
    expect(tag(html, 'champ-mail')).toContain('autofocus=""')
    expect(html).toContain('role="alert"')
    expect(html).toContain('<a href="#champ-mail">Il manque le @.</a>')
    expect(html).toContain('Un point à revoir')
  })
})

describe('groups of choices', () => {
  const html = renderToStaticMarkup(
    <Form
      action="/x"
      id="f"
      errors={{ mode: 'Choisissez.', jours: 'Un au moins.', ok: 'Cochez.', '': 'Trop tard.' }}
      values={{ mode: 'b', jours: ['a', 'b'] }}
    >
      <RadioGroup name="mode" label="Mode" hint="Un seul." options={options} value="a" />
      <CheckboxGroup name="jours" label="Jours" options={options} />
      <Checkbox name="ok" label="D’accord" />
      <Select
        name="lieu"
        label="Lieu"
        options={[
          { group: 'G', options },
          { value: 'z', label: 'Z' },
        ]}
        value="z"
      />
    </Form>,
  )
  it('point where they should', () => expect(brokenReferences(html)).toEqual([]))
  it('lead from the summary to their first choice', () => {
    expect(html).toContain('href="#f-mode"')
    expect(tag(html, 'f-mode')).toContain('type="radio"')
    expect(html).toContain('<li>Trop tard.</li>')
    expect(html).toContain('4 points à revoir')
  })
  it('give the focus to the first choice of the first to mend', () => {
    expect(html.match(/autofocus=""/g)).toHaveLength(1)
    expect(tag(html, 'f-mode')).toContain('autofocus=""')
  })
  it('prefer what was sent to what was there', () => {
    expect(tag(html, 'f-mode')).not.toContain('checked')
    expect(tag(html, 'f-mode-2')).toContain('checked=""')
    expect(tag(html, 'f-jours')).toContain('checked=""')
    expect(html).toContain('<option value="z" selected="">')
  })
})

it('a form refused as a whole gives the focus to its summary', () => {
  const html = renderToStaticMarkup(
    <Form action="/x" errors={{ '': 'Trop tard.' }}>
      <Checkbox name="ok" label="D’accord" />
    </Form>,
  )
  expect(html).toMatch(/role="alert"[^>]*tabindex="-1"[^>]*autofocus=""/)
})

it('a ticked box that comes back unticked stays so', () => {
  const sent = renderToStaticMarkup(
    <Form action="/x" values={{ ok: [] }}>
      <Checkbox name="ok" label="D’accord" checked />
    </Form>,
  )
  expect(sent).not.toContain('checked')
})

it('a password never comes back', () => {
  const html = renderToStaticMarkup(
    <Form action="/x" values={{ mdp: 'secret' }}>
      <PasswordInput name="mdp" label="Mot de passe" purpose="current" />
    </Form>,
  )
  expect(html).not.toContain('secret')
  expect(html).toContain('autoComplete="current-password"')
})

it('a button is heard with what it costs', () => {
  const html = renderToStaticMarkup(<Button note="Coûte 2 TS.">Voir</Button>)
  expect(html).toContain('aria-describedby')
  expect(brokenReferences(html)).toEqual([])
})

it('a confirmation works without script and names its act', () => {
  const html = renderToStaticMarkup(
    <UiProvider lang="en">
      <Confirm
        label="Leave…"
        question="Leave?"
        consequence="It cannot be undone."
        confirm="Leave the mission"
        action="/leave"
        hidden={{ key: 'k' }}
      />
    </UiProvider>,
  )
  expect(html).toContain('<details class="confirm">')
  expect(html).toContain('action="/leave" method="post"')
})

it('filters ask for nothing', () => {
  const html = renderToStaticMarkup(
    <FilterBar action="/x" active={2}>
      <TextInput name="q" label="Mot" />
    </FilterBar>,
  )
  expect(html).not.toContain('required')
  expect(html).toContain('href="/x"')
})
