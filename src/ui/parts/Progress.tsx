import { useId } from 'react'
import { T } from '../T'

export type ProgressProps = {
  label: string
  value: number
  /** How many there are in all; 0 where that is not known, and the bar then says only that something is under way. */
  max: number
  /** The figures in words: « 120 sur 5 000 ». */
  text: string
}

/** How far something long is, as a bar with its figures. */
export function Progress({ label, value, max, text }: ProgressProps) {
  const id = useId()
  return (
    <div className="progress">
      <label className="progress__label" htmlFor={id}>
        <T>{label}</T>
      </label>
      <progress
        className="progress__bar"
        id={id}
        {...(max > 0 ? { value: Math.min(value, max), max } : {})}
      />
      <span className="progress__text">
        <T>{text}</T>
      </span>
    </div>
  )
}
