export const OFFICE = '/bureau/lettres'
export const NEW_LETTER = `${OFFICE}/nouvelle`
export const letterHref = (id: string): string => `${OFFICE}/${id}`
export const actHref = (id: string, act: 'modifier' | 'essai' | 'envoyer' | 'jeter'): string =>
  `${letterHref(id)}/${act}`
/** Where whoever is signed in says whether they wish news. */
export const MY_NEWS = '/moi/nouvelles'
