/** Where somebody without a password asks for the link to set one (the core's page). */
export const PASSWORD_PATH = '/mot-de-passe'
