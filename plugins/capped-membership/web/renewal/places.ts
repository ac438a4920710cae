export const RENEWALS_OFFICE = '/bureau/renouvellements'
export const renewForHref = (person: string): string => `${RENEWALS_OFFICE}/personne/${person}`
