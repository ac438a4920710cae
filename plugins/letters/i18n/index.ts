import { defineTexts } from '@/core/lang'
import { en } from './en'
import { fr } from './fr'

export const texts = defineTexts(fr, en)
