export const IMPORT_PATH = '/bureau/importer'
export const importHref = (id: string): string => `${IMPORT_PATH}/${id}`
