import { formatNumber } from '@/core/lang'
import { cx } from '../classes'
import { useUi } from '../context'
import { T } from '../T'
import { useTexts } from '../useTexts'
import { namesAt } from './ends'
import { niceScale } from './scale'

export type Line = { label: string; values: readonly (number | null)[]; marked?: boolean }
export type LinePlotProps = {
  title: string
  /** The section around it says it already. */
  titleHidden?: boolean
  /** One label a point: days, months. */
  points: readonly string[]
  /** At most three, or the plot says nothing. */
  lines: readonly Line[]
  format?: (value: number) => string
}

const HEIGHT = 200
const PAD = 12

/**
 * Lines with their names at their ends. Positions across are percentages, so that the plot takes the width
 * it is given and its text keeps its size; the figures stand in a table folded under it.
 */
export function LinePlot({ title, titleHidden, points, lines, format }: LinePlotProps) {
  const { lang } = useUi()
  const t = useTexts().table
  const say = format ?? ((value: number) => formatNumber(value, lang))
  const { min, max, step } = niceScale(lines.flatMap((line) => line.values.filter((v) => v !== null)))
  const x = (i: number) => (points.length < 2 ? 50 : (i / (points.length - 1)) * 100)
  const y = (v: number) => PAD + (1 - (v - min) / (max - min)) * (HEIGHT - 2 * PAD)
  const lasts = lines.map(lastOf)
  const names = namesAt(
    lasts.map((last) => (last ? y(last.v) : -HEIGHT)),
    HEIGHT,
  )
  const ticks = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, i) => min + i * step)
  return (
    <figure className="plot">
      <figcaption className={titleHidden ? 'visually-hidden' : 'plot__title'}>
        <T>{title}</T>
      </figcaption>
      <div className="plot__frame">
        <svg className="plot__scale" width="3.5em" height={HEIGHT} aria-hidden="true" focusable="false">
          {ticks.map((v) => (
            <text key={v} x="100%" dx="-6" y={y(v) + 4} textAnchor="end">
              {say(v)}
            </text>
          ))}
        </svg>
        <svg className="plot__area" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
          {ticks.map((v) => (
            <line key={v} className="plot__grid" stroke="#ccc" x1="0" x2="100%" y1={y(v)} y2={y(v)} />
          ))}
          {lines.map((line, nth) => (
            <g
              key={line.label}
              className={cx('plot__line', line.marked && 'plot__line--marked')}
              stroke="currentColor"
            >
              {line.values.map((v, i) => {
                const before = i > 0 ? line.values[i - 1] : null
                if (v === null || v === undefined || before === null || before === undefined) return null
                return <line key={points[i]} x1={`${x(i - 1)}%`} y1={y(before)} x2={`${x(i)}%`} y2={y(v)} />
              })}
              <LastPoint line={line} x={x} y={y} say={say} nameAt={names[nth] ?? 0} />
            </g>
          ))}
        </svg>
        <div className="plot__ends" aria-hidden="true">
          <span>{points[0]}</span>
          <span>{points[points.length - 1]}</span>
        </div>
      </div>
      <details className="disclosure">
        <summary className="disclosure__summary">{t.data}</summary>
        {/* It scrolls, so it can be reached by keyboard. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is */}
        <section className="plot__table" aria-label={title} tabIndex={0}>
          <table>
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <td />
                {lines.map((line) => (
                  <th key={line.label} scope="col">
                    {line.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points.map((point, i) => (
                <tr key={point}>
                  <th scope="row">{point}</th>
                  {lines.map((line) => {
                    const v = line.values[i]
                    return <td key={line.label}>{v === null || v === undefined ? '–' : say(v)}</td>
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  )
}

/** The last value of a line and where it is. */
function lastOf(line: Line): { i: number; v: number } | null {
  const i = line.values.findLastIndex((v) => v !== null)
  const v = line.values[i]
  return v === null || v === undefined ? null : { i, v }
}

function LastPoint(props: {
  line: Line
  x: (i: number) => number
  y: (v: number) => number
  say: (v: number) => string
  /** How far down its name stands. */
  nameAt: number
}) {
  const { line, x, y, say, nameAt } = props
  const last = lastOf(line)
  if (!last) return null
  const across = x(last.i)
  return (
    <>
      <circle cx={`${across}%`} cy={y(last.v)} r="3.5" />
      <text x={`${across}%`} y={nameAt} textAnchor={across > 60 ? 'end' : 'start'}>
        {line.label} · {say(last.v)}
      </text>
    </>
  )
}
