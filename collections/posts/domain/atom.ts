/** One entry of the feed; dates are instants (ISO 8601), `html` is nothing but text here. */
export type FeedEntry = {
  id: string
  title: string
  href: string
  publishedAt: string
  updatedAt: string
  author: string
  summary: string
}
export type Feed = {
  title: string
  subtitle: string
  href: string
  self: string
  lang: string
  entries: FeedEntry[]
}

/** Characters XML 1.0 forbids, then those that mean something in it. */
const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** An Atom feed (RFC 4287). Ids are `urn:uuid:` so that they survive a change of address. */
export function atom(feed: Feed): string {
  const updated =
    feed.entries
      .map((e) => e.updatedAt)
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00.000Z'
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(feed.lang)}">`,
    `<title>${xml(feed.title)}</title>`,
    `<subtitle>${xml(feed.subtitle)}</subtitle>`,
    `<id>${xml(feed.href)}</id>`,
    `<link rel="alternate" type="text/html" href="${xml(feed.href)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>`,
    `<updated>${xml(updated)}</updated>`,
    ...feed.entries.map((entry) =>
      [
        '<entry>',
        `<title>${xml(entry.title)}</title>`,
        `<id>urn:uuid:${xml(entry.id)}</id>`,
        `<link rel="alternate" type="text/html" href="${xml(entry.href)}"/>`,
        `<published>${xml(entry.publishedAt)}</published>`,
        `<updated>${xml(entry.updatedAt)}</updated>`,
        `<author><name>${xml(entry.author)}</name></author>`,
        `<summary>${xml(entry.summary)}</summary>`,
        '</entry>',
      ].join('\n'),
    ),
    '</feed>\n',
  ].join('\n')
}
