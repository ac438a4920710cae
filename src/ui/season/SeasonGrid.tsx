import { useUi } from '../context'
import { SeasonFigure, type SeasonFigureProps } from './SeasonFigure'

export type SeasonGridProps = Omit<SeasonFigureProps, 'lang'>

/** The signature: a season drawn as its seats, in the page's language. */
export function SeasonGrid(props: SeasonGridProps) {
  return <SeasonFigure lang={useUi().lang} {...props} />
}
