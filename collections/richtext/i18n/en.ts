export const en = {
  empty: 'Write a few words.',
  markdownHint: 'Formatting: **bold**, *italic*, “- ” for a list, “> ” to quote, [text](address).',
  blockTitle: (block: string) => `Block “${block}”`,
  blockSilent: {
    off: 'Visitors see nothing here: the plugin of this block is off.',
    unknown: 'Visitors see nothing here: the plugin of this block is no longer installed.',
    failed: 'Visitors see nothing here: this block could not be prepared. The page Plugins says why.',
    empty: 'Visitors see nothing here for now: this block has nothing to show.',
  },
  openEditor: 'Formatting',
  reasons: {
    'richtext.malformed': 'This text did not arrive whole. Please send it again.',
    'richtext.unknown-node':
      'This text holds something the site cannot show. Remove it, or paste the text without its formatting.',
    'richtext.unknown-link':
      'A link has an address that is not accepted: https, http, mailto, or a page of this site.',
    'richtext.no-pictures': 'Pictures are not accepted here. Please remove them from the text.',
    'richtext.block-value': 'A block holds a value it does not accept. Correct it, or remove the block.',
    'richtext.block-incomplete': 'A block still awaits an answer. Complete it, or remove it.',
    'richtext.too-many-blocks': 'Too many blocks: 30 at most in a text. Remove some, or split the page.',
    'richtext.too-deep': 'Too many lists within lists. Move one up a level.',
    'richtext.too-long': 'This text is too long: 20,000 characters at most. Split it into several messages.',
  },
} as const
