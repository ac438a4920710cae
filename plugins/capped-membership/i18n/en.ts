import type { SameShape } from '@/core/lang'
import { fileEn } from './file/en'
import type { fr } from './fr'
import { mailsEn } from './mails/en'
import { officeEn } from './office/en'
import { onlineEn } from './online'
import { refusalsEn } from './refusals/en'
import { renewalEn } from './renewal/en'
import { siteEn } from './site/en'

export const en: SameShape<typeof fr> = {
  ...siteEn,
  ...fileEn,
  ...officeEn,
  ...refusalsEn,
  ...mailsEn,
  online: onlineEn,
  renewal: renewalEn,
}
