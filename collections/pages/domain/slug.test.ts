import { describe, expect, it } from 'vitest'
import { firstSegments, slugRefusal } from './slug'

describe('slugRefusal', () => {
  it.each(['charte', 'mentions-legales', 'a1', '2023'])('takes %s', (slug) =>
    expect(slugRefusal(slug)).toBeNull(),
  )

  it.each([
    '',
    'Charte',
    'chârte',
    'a b',
    '-a',
    'a-',
    'a--b',
    'a/b',
    '../a',
    'a.html',
    'a'.repeat(81),
    null,
    3,
  ])('finds %j malformed', (slug) => expect(slugRefusal(slug)).toBe('slug.malformed'))

  it('refuses what the program answers to', () => {
    expect(slugRefusal('admin')).toBe('slug.taken-by-program')
    expect(slugRefusal('missions', firstSegments(['/missions/:id', '/:slug', '/']))).toBe(
      'slug.taken-by-program',
    )
    expect(slugRefusal('charte', firstSegments(['/missions/:id', '/:slug', '/']))).toBeNull()
  })
})
