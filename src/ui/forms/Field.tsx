import type { ReactNode } from 'react'
import { cx } from '../classes'
import { T } from '../T'
import { useTexts } from '../useTexts'
import { fieldId, firstWrong, useForm } from './context'

/** What every field is given. */
export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** Said beside the label; all other fields are required. */
  optional?: boolean
  /** Overrides the form's error of that name. */
  error?: string
  /** The label is heard but not seen: only where the button beside it says it all. */
  labelHidden?: boolean
}

/** What a control must carry so that its label, hint and error are heard with it. */
export type ControlProps = {
  id: string
  name: string
  required: boolean
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  autoFocus: true | undefined
}

/** The ids and the state of a field, from the form around it. */
export function useField({
  name,
  hint,
  optional,
  error,
}: Pick<FieldProps, 'name' | 'hint' | 'optional' | 'error'>) {
  const form = useForm()
  const id = fieldId(form.id, name)
  const wrong = error ?? form.errors[name]
  const hintId = hint ? `${id}-aide` : undefined
  const errorId = wrong ? `${id}-erreur` : undefined
  const control: ControlProps = {
    id,
    name,
    required: !optional && !form.free,
    'aria-describedby': [hintId, errorId].filter(Boolean).join(' ') || undefined,
    'aria-invalid': wrong ? true : undefined,
    autoFocus: wrong && firstWrong(form.errors) === name ? true : undefined,
  }
  return { control, error: wrong, hintId, errorId, sent: form.values[name] }
}

/** A label above, a hint under it, the error next to the control it is about. */
export function Field(
  props: FieldProps & { wide?: boolean; children: (control: ControlProps) => ReactNode },
) {
  const { control, error, hintId, errorId } = useField(props)
  return (
    <div className={cx('field', error && 'field--wrong')}>
      <label className={props.labelHidden ? 'visually-hidden' : 'field__label'} htmlFor={control.id}>
        <T>{props.label}</T>
        <OptionalMark optional={props.optional} />
      </label>
      <FieldHint id={hintId}>{props.hint}</FieldHint>
      <FieldError id={errorId}>{error}</FieldError>
      {props.children(control)}
    </div>
  )
}

export function OptionalMark({ optional }: { optional?: boolean }) {
  const t = useTexts().form
  const { free } = useForm()
  return optional && !free ? <span className="field__optional"> ({t.optional})</span> : null
}

export function FieldHint({ id, children }: { id: string | undefined; children: ReactNode }) {
  if (!id) return null
  return (
    <p className="field__hint" id={id}>
      <T>{children}</T>
    </p>
  )
}

export function FieldError({ id, children }: { id: string | undefined; children: ReactNode }) {
  const t = useTexts().form
  if (!id) return null
  return (
    <p className="field__error" id={id}>
      <span className="visually-hidden">
        <T>{t.error}</T>
      </span>
      <T>{children}</T>
    </p>
  )
}
