import type { ReactNode } from 'react'
import { T } from '../T'

export type FieldsetProps = { legend: ReactNode; hint?: ReactNode; children: ReactNode }

/** Fields that answer one question together (an address, a price and its unit). */
export function Fieldset({ legend, hint, children }: FieldsetProps) {
  return (
    <fieldset className="fieldset">
      <legend className="fieldset__legend">
        <T>{legend}</T>
      </legend>
      {hint && (
        <p className="field__hint">
          <T>{hint}</T>
        </p>
      )}
      {children}
    </fieldset>
  )
}
