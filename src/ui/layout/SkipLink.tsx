import { useTexts } from '../useTexts'

export const MAIN_ID = 'contenu'

export function SkipLink() {
  return (
    <a className="skip" href={`#${MAIN_ID}`}>
      {useTexts().layout.skip}
    </a>
  )
}
