export const FOLLOW_UP = '/bureau/suivi'
export const SILENT = `${FOLLOW_UP}/silencieux`
export const logHref = (person: string): string => `${FOLLOW_UP}/personne/${person}`
export const taskHref = (note: string, act: 'fait' | 'reporter' | 'prendre' | 'confier'): string =>
  `${FOLLOW_UP}/${note}/${act}`
