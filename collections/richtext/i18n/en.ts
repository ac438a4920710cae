export const en = {
  empty: 'Write a few words.',
  markdownHint: 'Formatting: **bold**, *italic*, “- ” for a list, “> ” to quote, [text](address).',
  reasons: {
    'richtext.malformed': 'This text did not arrive whole. Please send it again.',
    'richtext.unknown-node':
      'This text holds something the site cannot show. Remove it, or paste the text without its formatting.',
    'richtext.unknown-link':
      'A link has an address that is not accepted: https, http, mailto, or a page of this site.',
    'richtext.no-pictures': 'Pictures are not accepted here. Please remove them from the text.',
    'richtext.too-deep': 'Too many lists within lists. Move one up a level.',
    'richtext.too-long': 'This text is too long: 20,000 characters at most. Split it into several messages.',
  },
} as const
