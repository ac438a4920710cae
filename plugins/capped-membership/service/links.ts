/** Where somebody without a password asks for the link to set one (the core's page). */
export const PASSWORD_PATH = '/mot-de-passe'

/** One's own membership. */
export const MINE = '/moi/adhesion'

/** Where the form is, and what the links of its mails lead to. */
export const FORM_PATH = '/adhesion/candidature'
export const draftPath = (purpose: 'draft' | 'confirm', token: string): string =>
  `${FORM_PATH}/${purpose === 'draft' ? 'brouillon' : 'confirmer'}/${token}`
