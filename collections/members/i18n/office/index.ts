import type { Lang } from '@/core/lang'
import { actTexts } from './acts'
import { fileTexts } from './file'
import { listTexts } from './list'
import { wordTexts } from './words'

export { grantName, rolesInWords } from './words'

/** Texts of the office's pages about people. */
export const officeTexts = (lang: Lang) => ({
  ...wordTexts(lang),
  ...listTexts(lang),
  ...fileTexts(lang),
  ...actTexts(lang),
})
export type OfficeTexts = ReturnType<typeof officeTexts>
