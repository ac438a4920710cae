import type { ReactNode } from 'react'
import { cx } from '../classes'
import { FormContext, type FormErrors, type FormValues } from './context'
import { ErrorSummary } from './ErrorSummary'

export type FormProps = {
  action: string
  method?: 'post' | 'get'
  /** Needed when a page has several forms: field ids begin with it. */
  id?: string
  errors?: FormErrors
  values?: FormValues
  /** Sent along: the idempotency key, where to go next. */
  hidden?: Readonly<Record<string, string | number | undefined>>
  /** The form sends files. */
  upload?: boolean
  /** Leaves checking to the browser too; by default only the server answers, in our words. */
  nativeCheck?: boolean
  /** Fields side by side where there is room, for one or two short ones. */
  inline?: boolean
  label?: string
  children: ReactNode
}

/** One column of fields. Its fields find their error and their value by name. */
export function Form(props: FormProps) {
  const {
    action,
    method = 'post',
    id,
    errors = {},
    values = {},
    hidden = {},
    upload,
    nativeCheck,
    inline,
    label,
  } = props
  return (
    <FormContext value={{ id: id ?? 'champ', errors, values }}>
      <form
        className={cx('form', inline && 'form--inline')}
        id={id}
        action={action}
        method={method}
        encType={upload ? 'multipart/form-data' : undefined}
        noValidate={!nativeCheck}
        aria-label={label}
      >
        <ErrorSummary />
        {Object.entries(hidden).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        {props.children}
      </form>
    </FormContext>
  )
}
