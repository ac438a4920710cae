import type { Lang } from '@/core/lang'
import * as Ui from '../index'
import { NOW } from './examples'
import { ExtranetFrame, PublicFrame } from './frames'

export { Everything } from './Everything'

/** All of it in a layout; with `lang="en"` one sees the components' own words in English. */
export type GalleryProps = { frame?: 'public' | 'extranet'; lang?: Lang; now?: Date }

export function Gallery({ frame = 'public', lang = 'fr', now = NOW }: GalleryProps) {
  return (
    <Ui.UiProvider lang={lang} now={now}>
      {frame === 'public' ? <PublicFrame /> : <ExtranetFrame />}
    </Ui.UiProvider>
  )
}
