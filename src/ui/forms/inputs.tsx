import type { InputHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { createElement } from 'react'
import { useTexts } from '../useTexts'
import { useForm } from './context'
import { Field, type FieldProps } from './Field'

type Native = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'name' | 'id' | 'required' | 'className' | 'style' | 'value' | 'defaultValue' | 'children' | 'size'
>

/** What was sent under a name, else what was there before. */
function useSent(name: string, value: string | number | undefined): string | undefined {
  const sent = useForm().values[name]
  if (sent !== undefined) return typeof sent === 'string' ? sent : sent[0]
  return value === undefined ? undefined : String(value)
}

export type TextInputProps = FieldProps &
  Native & {
    value?: string | number
    /** How long the answer usually is, so that the box says it. */
    size?: 'short' | 'medium' | 'full'
    /** Written after the box: €, TS, km. */
    unit?: string
  }

export function TextInput(props: TextInputProps) {
  const {
    label,
    hint,
    optional,
    error,
    labelHidden,
    name,
    value,
    size = 'full',
    unit,
    type = 'text',
    ...native
  } = props
  const sent = useSent(name, value)
  return (
    <Field {...{ label, hint, optional, error, labelHidden, name }}>
      {(control) => {
        const input = (
          <input
            className={`input input--${size}`}
            type={type}
            defaultValue={sent}
            {...native}
            {...control}
          />
        )
        if (!unit) return input
        return (
          <span className="input-unit">
            {input}
            <span className="input-unit__unit">{unit}</span>
          </span>
        )
      }}
    </Field>
  )
}

export type DateInputProps = FieldProps & {
  value?: string
  min?: string
  max?: string
  autoComplete?: string
}

/** A civil date, `YYYY-MM-DD`, by the browser's own calendar. */
export function DateInput(props: DateInputProps) {
  return <TextInput {...props} type="date" size="short" />
}

export type TextAreaProps = FieldProps &
  Pick<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    'rows' | 'maxLength' | 'placeholder' | 'autoComplete' | 'spellCheck' | 'lang'
  > & { value?: string }

export function TextArea(props: TextAreaProps) {
  const { label, hint, optional, error, labelHidden, name, value, rows = 5, ...native } = props
  const sent = useSent(name, value)
  return (
    <Field {...{ label, hint, optional, error, labelHidden, name }}>
      {(control) => (
        <textarea className="input input--area" rows={rows} defaultValue={sent} {...native} {...control} />
      )}
    </Field>
  )
}

export type FileInputProps = FieldProps & { accept?: string; multiple?: boolean }

/** Needs `upload` on the form. Say the kinds and the size in the hint. */
export function FileInput(props: FileInputProps) {
  const { label, hint, optional, error, labelHidden, name, accept, multiple } = props
  return (
    <Field {...{ label, hint, optional, error, labelHidden, name }}>
      {(control) => (
        <input className="input input--file" type="file" accept={accept} multiple={multiple} {...control} />
      )}
    </Field>
  )
}

export type PasswordInputProps = FieldProps & { purpose: 'current' | 'new'; minLength?: number }

/** Never shown again after a refusal. The element around it adds a button to see what is typed. */
export function PasswordInput(props: PasswordInputProps) {
  const { label, hint, optional, error, labelHidden, name, purpose, minLength } = props
  const t = useTexts().form
  return (
    <Field {...{ label, hint, optional, error, labelHidden, name }}>
      {(control) =>
        createElement(
          'password-reveal',
          { 'data-show': t.showPassword, 'data-hide': t.hidePassword },
          <input
            className="input"
            type="password"
            autoComplete={`${purpose}-password`}
            autoCapitalize="none"
            spellCheck={false}
            minLength={minLength}
            {...control}
          />,
        )
      }
    </Field>
  )
}
