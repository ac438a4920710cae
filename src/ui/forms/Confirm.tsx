import { createElement, type ReactNode } from 'react'
import { cx } from '../classes'
import { T } from '../T'
import { useTexts } from '../useTexts'
import { Button, type ButtonKind } from './Button'
import { FormContext, type FormErrors, type FormValues } from './context'
import { ErrorSummary } from './ErrorSummary'

export type ConfirmProps = {
  /** The first button, a verb followed by …: « Quitter la mission… ». */
  label: ReactNode
  /** « Quitter cette mission ? » */
  question: ReactNode
  /** What will happen and what cannot be undone, in one or two sentences. */
  consequence: ReactNode
  /** The verb again: « Quitter la mission ». */
  confirm: ReactNode
  action: string
  hidden?: Readonly<Record<string, string | number | undefined>>
  /** Further fields, such as a reason. */
  children?: ReactNode
  kind?: Extract<ButtonKind, 'danger' | 'main'>
  /** Shown open, after a refusal. */
  open?: boolean
  /** Needed when a page asks several questions with fields: field ids begin with it. */
  id?: string
  /** What was wrong and what was sent; fields find theirs by name, and errors are summed up. */
  errors?: FormErrors
  values?: FormValues
}

/**
 * An act asked twice, without script: the first button unfolds what follows from it. The element around it
 * adds Escape and a button to fold it again.
 */
export function Confirm(props: ConfirmProps) {
  const {
    label,
    question,
    consequence,
    confirm,
    action,
    hidden = {},
    children,
    kind = 'danger',
    open,
    id,
    errors,
    values,
  } = props
  const t = useTexts().form
  const panel = createElement(
    'confirm-panel',
    { 'data-back': t.back },
    <details className="confirm" open={open}>
      <summary className={kind === 'danger' ? 'button button--danger' : 'button button--secondary'}>
        <T>{label}</T>
      </summary>
      <form
        className={cx('confirm__panel', kind === 'main' && 'confirm__panel--main')}
        id={id}
        method="post"
        action={action}
        noValidate={Boolean(id)}
      >
        {errors && <ErrorSummary />}
        {Object.entries(hidden).map(([name, v]) =>
          v === undefined ? null : <input key={name} type="hidden" name={name} value={v} />,
        )}
        <p className="confirm__question">
          <T>{question}</T>
        </p>
        <p>
          <T>{consequence}</T>
        </p>
        {children}
        <div className="actions">
          <Button kind={kind}>{confirm}</Button>
        </div>
      </form>
    </details>,
  )
  if (!id) return panel
  return <FormContext value={{ id, errors: errors ?? {}, values: values ?? {} }}>{panel}</FormContext>
}
