export const en = {
  draftTitle: 'Draft',
  draft: 'You see the version saved last; visitors see the published one, if there is one.',
  updated: 'Updated on',
  needed: 'Write a few words, in French at least.',
  frenchFirst: 'Write the French version first: it stands in wherever English is missing.',
  tooLong: (max: number) => `Keep it under ${max} characters.`,
  reasons: {
    'slug.malformed': 'Write small letters without accents, figures and hyphens: “forum-charter”.',
    'slug.taken-by-program': 'Part of the site already uses this address. Choose another.',
  },
} as const
