import type { SameShape } from '@/core/lang'
import type { fr } from './fr'

export const en: SameShape<typeof fr> = {
  siteName: 'Compagnon',
  menu: {
    today: 'Today',
    backToSite: 'Back to the site',
    signOut: 'Sign out',
  },
  day: {
    title: 'Today',
    hello: (name) => `Good day, ${name}`,
    awaits: 'What awaits you',
    nothing: 'Nothing awaits: everything that called for a decision has been dealt with.',
    unread: (what) => `${what}: the list could not be read. Reload the page in a moment.`,
    office: 'At the office',
    officeLead: 'The acts of the day are done on these pages, where everyone concerned is told.',
    register: 'The records',
    registerLead: 'Everything that is kept, to read or to mend.',
  },
  account: {
    title: 'Your settings',
    lead: 'Your address, your password and your open sign-ins are under your account.',
    open: 'Open my account',
    preferences: 'The admin, for you',
    language: 'Language of the admin',
    theme: 'Appearance',
    auto: 'like my device',
    light: 'light',
    dark: 'dark',
    kept: 'Kept on this device.',
  },
}
