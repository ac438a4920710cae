import { describe, expect, it } from 'vitest'
import { atom, type Feed } from './atom'

const feed: Feed = {
  title: 'Actualités & nouvelles',
  subtitle: 's',
  href: 'https://exemple.fr/actualites',
  self: 'https://exemple.fr/actualites.atom',
  lang: 'fr',
  entries: [
    {
      id: '0190',
      title: '<script>alert(1)</script>\u0007',
      href: 'https://exemple.fr/actualites/a?b=1&c="d"',
      publishedAt: '2023-01-07T08:00:00.000Z',
      updatedAt: '2023-01-08T08:00:00.000Z',
      author: 'Le bureau',
      summary: ']]> \ud800 fin',
    },
  ],
}

describe('atom', () => {
  it('escapes what means something in XML and drops what it forbids', () => {
    const made = atom(feed)
    expect(made).toContain('<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>')
    expect(made).toContain('href="https://exemple.fr/actualites/a?b=1&amp;c=&quot;d&quot;"')
    expect(made).toContain(']]&gt; \ufffd fin')
    expect(made).not.toContain('\u0007')
  })

  it('says when it last changed, and stands without entries', () => {
    expect(atom(feed)).toContain('</id>\n<link rel="alternate"')
    expect(atom(feed).match(/<updated>(.*)<\/updated>/)?.[1]).toBe('2023-01-08T08:00:00.000Z')
    expect(atom({ ...feed, entries: [] })).toContain('<updated>1970-01-01')
  })
})
