import { formatNumber } from '@/core/lang'
import { useUi } from '../context'
import { T } from '../T'

export type Bar = { label: string; value: number /** Set apart in the warm colour. */; marked?: boolean }
export type BarPlotProps = {
  title: string
  /** The section around it says it already. */
  titleHidden?: boolean
  bars: readonly Bar[]
  /** How a value is written; plain numbers by default. */
  format?: (value: number) => string
  /** The heads of the two columns, for who hears the plot as a table. */
  heads?: readonly [string, string]
  /** The full width stands for this value; the greatest one by default. */
  max?: number
}

/** Bars with their figures beside them: a table that is also a drawing, so nothing is said twice. */
export function BarPlot({ title, titleHidden, bars, format, heads = ['', ''], max }: BarPlotProps) {
  const { lang } = useUi()
  const say = format ?? ((value: number) => formatNumber(value, lang))
  const full = Math.max(max ?? 0, ...bars.map((bar) => bar.value), 0) || 1
  const longest = bars.map((bar) => say(bar.value)).reduce((a, b) => (b.length > a.length ? b : a), '')
  return (
    <table className="bars">
      <caption className={titleHidden ? 'visually-hidden' : undefined}>
        <T>{title}</T>
      </caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.label}>
            <th scope="row">
              <T>{bar.label}</T>
            </th>
            <td>
              <svg className="bars__bar" width="100%" height="14" aria-hidden="true" focusable="false">
                <rect
                  className={bar.marked ? 'plot__marked' : 'plot__fill'}
                  width={`${Math.max(0, (bar.value / full) * 100).toFixed(2)}%`}
                  height="14"
                />
                <rect className="plot__base" width="1" height="14" />
              </svg>
              <span className="bars__value">
                {say(bar.value)}
                {/* All figures take the room of the longest, or bars would not be of one scale. */}
                <span className="bars__room" data-longest={longest} aria-hidden="true" />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
