import { useUi } from './context'
import { texts } from './texts'

export const useTexts = () => texts(useUi().lang)
