import { expect, it } from 'vitest'
import { STANDINGS } from '@/core/person'
import { checkWords, fateOf, SUBJECT_MAX, TEXT_MAX } from './letter'

const words = { subject: ' Des  nouvelles\n', text: ' Bonjour \n', subjectEn: '', textEn: '' }

it('is kept without what stands around it; a subject is one line', () => {
  expect(checkWords(words)).toEqual({
    ok: true,
    value: { subject: 'Des nouvelles', text: 'Bonjour', subjectEn: '', textEn: '' },
  })
})

it.each([
  [{ subject: ' ' }, 'letter.subject-missing', 'subject'],
  [{ subject: 'x'.repeat(SUBJECT_MAX + 1) }, 'letter.subject-long', 'subject'],
  [{ subjectEn: 'x'.repeat(SUBJECT_MAX + 1), textEn: 'x' }, 'letter.subject-long', 'subjectEn'],
  [{ text: '\n' }, 'letter.text-missing', 'text'],
  [{ text: 'x'.repeat(TEXT_MAX + 1) }, 'letter.text-long', 'text'],
  [{ subjectEn: 'x', textEn: 'x'.repeat(TEXT_MAX + 1) }, 'letter.text-long', 'textEn'],
  [{ subjectEn: 'News' }, 'letter.english-half', 'textEn'],
  [{ textEn: 'Hello' }, 'letter.english-half', 'subjectEn'],
])('%j: %s', (more, reason, field) => {
  expect(checkWords({ ...words, ...more })).toMatchObject({ reason, detail: { field } })
})

it.each([
  [{ subject: 'x'.repeat(SUBJECT_MAX), text: 'x'.repeat(TEXT_MAX) }],
  [{ subjectEn: 'News', textEn: 'Hello' }],
  [{ text: 'x\r\n'.repeat(TEXT_MAX / 2) }],
])('%j is good', (more) => {
  expect(checkWords({ ...words, ...more }).ok).toBe(true)
})

it('goes to nobody who is out, and news to nobody who wishes none', () => {
  for (const standing of STANDINGS) {
    const out = ['suspended', 'left', 'erased'].includes(standing)
    expect(fateOf('news', standing, true)).toBe(out ? 'away' : 'written')
    expect(fateOf('news', standing, false)).toBe(out ? 'away' : 'declined')
    expect(fateOf('statutory', standing, false)).toBe(out ? 'away' : 'written')
  }
  expect(fateOf('statutory', null, true)).toBe('away')
})
